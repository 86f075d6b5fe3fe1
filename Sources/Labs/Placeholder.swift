import Learning
import TerminalUI

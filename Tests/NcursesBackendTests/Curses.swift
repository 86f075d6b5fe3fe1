import Testing

/// The tests of everything that asks curses. It knows one current terminal for the whole process, so they run one after
/// another.
@Suite(.serialized) enum Curses {}

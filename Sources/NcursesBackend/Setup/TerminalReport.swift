import CNcurses
import Glibc
import TerminalUI

/// What `strider doctor` tells about the terminal: what was found, what follows from it, and how to change it.
public struct TerminalReport: Equatable, Sendable {
  /// One line of it.
  public struct Row: Equatable, Sendable {
    /// What it is about: `terminal`, `screen`, `locale`, `colours` or `glyphs`.
    public let label: String
    /// The finding.
    public let text: String
  }

  /// The findings, from the ground up.
  public let rows: [Row]
  /// Why there can be no screen here, if so.
  public let refusal: TerminalError?

  /// Looks at the terminal of this process without changing anything about it; there need not be one.
  public static func inspect(
    _ options: TerminalOptions = TerminalOptions(), environment: TerminalEnvironment = .current
  ) -> TerminalReport {
    let locale = TerminalLocale.adopt(environment)
    var rows: [Row] = []
    var refusal: TerminalError?
    do throws(TerminalError) {
      let setup = try TerminalSetup(options, environment: environment, locale: locale)
      rows.append(Row(label: "terminal", text: describe(setup, environment)))
      do throws(TerminalError) { try TerminalSetup.requireTerminal() } catch { refusal = error }
      rows.append(Row(label: "screen", text: refusal.map { "none: \($0)" } ?? screen))
      rows.append(Row(label: "locale", text: describe(locale, environment)))
      rows.append(Row(label: "colours", text: describe(setup.plan, options, environment)))
      rows.append(Row(label: "glyphs", text: describe(setup.look.glyphs, options, locale)))
    } catch {
      refusal = error
      rows.append(Row(label: "terminal", text: environment.terminalName ?? "not named"))
      rows.append(Row(label: "screen", text: "none: \(error)"))
      rows.append(Row(label: "locale", text: describe(locale, environment)))
    }
    return TerminalReport(rows: rows, refusal: refusal)
  }

  private static func describe(_ setup: TerminalSetup, _ environment: TerminalEnvironment) -> String {
    let name = environment.terminalName ?? ""
    guard TerminalType(named: name) == nil else { return name }
    return "\(name), which has no description here: \(setup.plan.type.name) stands in for it"
  }

  private static var screen: String {
    guard let size = TerminalDevice.size else { return "of unknown size, taken as 80x24" }
    let needed = MinimumSize.size
    let advice = MinimumSize.isMet(by: size) ? "" : ", too small: \(needed.width)x\(needed.height) is needed"
    return "\(size.width)x\(size.height)" + advice
  }

  private static func describe(_ locale: TerminalLocale, _ environment: TerminalEnvironment) -> String {
    let wanted = environment.localeName
    let name =
      wanted.map { $0 == locale.name ? $0 : "\(locale.name) in place of \($0)" }
      ?? "\(locale.name), none is set"
    return "\(name), \(locale.characterSet)"
  }

  private static func describe(
    _ plan: ColourPlan, _ options: TerminalOptions, _ environment: TerminalEnvironment
  ) -> String {
    let count =
      switch plan.depth {
      case .never: "none"
      case .basic: plan.type.colours < 16 ? "8" : "16"
      case .indexed: "256"
      case .direct: "24-bit"
      }
    let cause: String
    if let missed = plan.missed {
      cause =
        "; \(missed == .direct ? "24-bit" : "256") colours need a terminal description that is not installed"
    } else if options.colour != nil {
      cause = " as chosen"
    } else if environment.refusesColour, plan.depth == .never {
      cause = " because NO_COLOR is set"
    } else {
      cause = ""
    }
    return "\(count)\(cause), theme \(options.theme.name)"
  }

  private static func describe(
    _ glyphs: GlyphLevel, _ options: TerminalOptions, _ locale: TerminalLocale
  ) -> String {
    if glyphs == options.glyphs, glyphs < .braille {
      return glyphs == .ascii ? "ASCII as chosen" : "blocks as chosen"
    }
    return switch glyphs {
    case .braille: "braille, blocks and lines"
    case .block: "blocks and lines, no braille on this terminal"
    case .ascii:
      locale.isUTF8 ? "ASCII on this terminal" : "ASCII; a UTF-8 locale gives more, such as LANG=C.UTF-8"
    }
  }
}

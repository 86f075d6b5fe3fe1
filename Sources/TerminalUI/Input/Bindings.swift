/// Keys bound to one action, with the words that the footer and the help use for it.
public struct Binding<Action: Equatable & Sendable>: Equatable, Sendable {
  /// The keys; the first one is shown in the footer.
  public let keys: [Key]
  /// What they mean.
  public let action: Action
  /// A word or two for the footer; `nil` keeps it out of there.
  public let label: String?
  /// A sentence for the help.
  public let help: String

  /// `keys` mean `action`.
  public init(_ keys: [Key], _ action: Action, label: String? = nil, help: String) {
    self.keys = keys
    self.action = action
    self.label = label
    self.help = help
  }

  /// Characters mean `action`.
  public init(_ characters: String, _ action: Action, label: String? = nil, help: String) {
    self.init(characters.map { Key.character($0) }, action, label: label, help: help)
  }
}

/// The keys of one mode of a lab, in the order in which help lists them: the one table that serves dispatch, footer
/// and help.
public struct Bindings<Action: Equatable & Sendable>: Equatable, Sendable {
  /// A titled group of bindings.
  public struct Section: Equatable, Sendable {
    /// What the group is about.
    public let title: String
    /// The group's bindings.
    public let bindings: [Binding<Action>]

    /// `bindings` under `title`.
    public init(_ title: String, _ bindings: [Binding<Action>]) {
      self.title = title
      self.bindings = bindings
    }
  }

  /// All groups.
  public let sections: [Section]
  /// The lines of the help: for every section its title and (keys, sentence) rows.
  public let help: [HelpSection]
  private let actions: [Key: Action]

  /// The table made of `sections`. No key may be bound twice.
  public init(_ sections: [Section]) {
    self.sections = sections
    var actions: [Key: Action] = [:]
    for binding in sections.flatMap(\.bindings) {
      for key in binding.keys {
        precondition(actions[key] == nil, "the key \(key.label) is bound twice")
        actions[key] = binding.action
      }
    }
    self.actions = actions
    help = sections.map { section in
      HelpSection(
        title: section.title,
        rows: section.bindings.map { binding in
          HelpSection.Row(keys: binding.keys.map(\.label).joined(separator: " "), text: binding.help)
        })
    }
  }

  /// What `key` means here; `nil` when nothing.
  public subscript(key: Key) -> Action? { actions[key] }

  /// The bindings with a footer label, in order: (keys to show, label).
  ///
  /// Neighbours with the same label share an entry, so that ← and → read `←→ step`.
  public var footer: [FooterEntry] { footer { $1 } }

  /// The footer with every entry as `entry` has it for its action; without those for which it is `nil`.
  public func footer(_ entry: (Action, FooterEntry) -> FooterEntry?) -> [FooterEntry] {
    var entries: [FooterEntry] = []
    // Not a key path, which would be made anew for every frame because it depends on the type of actions.
    for binding in sections.flatMap({ $0.bindings }) {
      guard let label = binding.label, let key = binding.keys.first else { continue }
      guard let shown = entry(binding.action, FooterEntry(keys: key.label, label: label)) else { continue }
      if let last = entries.last, last.label == shown.label {
        entries[entries.count - 1] = FooterEntry(keys: last.keys + shown.keys, label: shown.label)
      } else {
        entries.append(shown)
      }
    }
    return entries
  }
}

/// One `key label` pair of a footer.
public struct FooterEntry: Equatable, Sendable {
  /// The keys as shown.
  public let keys: String
  /// What they do, in a word or two.
  public let label: String

  /// `keys` do `label`.
  public init(keys: String, label: String) {
    self.keys = keys
    self.label = label
  }
}

/// One titled group of a help overlay.
public struct HelpSection: Equatable, Sendable {
  /// One line of help.
  public struct Row: Equatable, Sendable {
    /// The keys as shown, a space between them.
    public let keys: String
    /// What they do, as a sentence.
    public let text: String
    /// `keys` do `text`.
    public init(keys: String, text: String) {
      self.keys = keys
      self.text = text
    }
  }
  /// What the group is about.
  public let title: String
  /// Its lines.
  public let rows: [Row]
  /// `rows` under `title`.
  public init(title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
  }
}

extension [HelpSection] {
  /// The line of help about `key`; `nil` when it means nothing.
  public func row(of key: Key) -> HelpSection.Row? {
    let label = Substring(key.label)
    for section in self {
      if let row = section.rows.first(where: { $0.keys.split(separator: " ").contains(label) }) { return row }
    }
    return nil
  }
}

/// One thing to find, by its published form.
package struct Rule: Sendable {
  /// What may stand before and after a find.
  package enum Boundary: Sendable {
    /// No letter, digit or underscore.
    case word
    /// None of the bytes that tokens are made of, `[A-Za-z0-9_+/=.-]`.
    case token
    case none
  }

  /// A check that a pattern can't make.
  package enum Verifier: Sendable {
    /// An IPv4 address of the public Internet, which is neither for documentation nor everybody's resolver.
    case publicAddress
    /// The match begins with a word: "Ms. Wu", not "HSMs. We".
    case beginsWord
  }

  /// Kebab-case and unique.
  let name: String
  /// What it finds, in words.
  let finds: String
  /// What the placeholder calls it.
  let label: String
  /// Literals of which each match contains one.
  let anchors: [String]
  /// See `Pattern` for the syntax.
  let pattern: String
  let ignoresCase: Bool
  /// How many bytes before the anchor a match may begin.
  let reach: Int
  let boundary: Boundary
  /// The least Shannon entropy of the secret, in bits per byte.
  let entropy: Double?
  /// What a secret must be beside fitting the pattern.
  let verifier: Verifier?
  /// Values that stay although the pattern fits.
  let except: Set<String>
  /// Texts whose parts between ⟦ and ⟧ must vanish.
  let vanishes: [String]
  /// Texts that must stay as they are.
  let stays: [String]

  package init(
    name: String, finds: String, label: String, anchors: [String], pattern: String, ignoresCase: Bool = false,
    reach: Int = 0, boundary: Boundary = .word, entropy: Double? = nil,
    except: [String] = [], verifier: Verifier? = nil, vanishes: [String], stays: [String]
  ) {
    self.name = name
    self.finds = finds
    self.label = label
    self.anchors = anchors
    self.pattern = pattern
    self.ignoresCase = ignoresCase
    self.reach = reach
    self.boundary = boundary
    self.entropy = entropy
    self.except = Set(except)
    self.verifier = verifier
    self.vanishes = vanishes
    self.stays = stays
  }
}

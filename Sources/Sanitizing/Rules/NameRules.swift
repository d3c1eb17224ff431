/// People by how they are addressed, greeted, signed or listed.
enum NameRules {
  private static let word =
    #"[A-ZÄÖÜÁÉÍÓÚÀÈÇÑŁŚŻ][A-Za-zäöüßáéíóúàèçñãõłśżźćńëïœæøå]{1,30}(?:['-][A-Z][a-zäöüéèçñ]{1,20})?"#
  private static let login = #"(?<secret>[a-z][a-z0-9._-]{2,30})"#

  static let all: [Rule] = [
    Rule(
      name: "honorific", finds: "name behind Mr, Frau, Mme or Sra.", label: "person",
      anchors: [
        "Mr. ", "Mr ", "Mrs. ", "Mrs ", "Ms. ", "Herr ", "Herrn ", "Frau ", "Mme ", "Mlle ", "Monsieur ",
        "Madame ",
        "Sra. ", "Señor ", "Señora ", "Signor ", "Signora ", "Mevrouw ",
      ],
      pattern:
        #"(?:Mrs?\.?|Ms\.|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Sra\.|Señora?|Signora?|Mevrouw) (?:Dr\. |Prof\. |van |von |de )?(?<secret>\#(word)(?: \#(word))?)"#,
      boundary: .none, except: ["und", "oder", "robot"], verifier: .beginsWord,
      vanishes: [
        "Herr ⟦Niederhauser⟧ zog den Stecker", "Mme ⟦Gauthier⟧ n'arrive plus", "said Mr ⟦Quennec⟧.",
      ],
      stays: ["Frau und Mann", "Mr. 404", "worked on HSMs. We failed"]),
    Rule(
      name: "greeting", finds: "name that a letter greets", label: "person",
      anchors: ["Hi ", "Hello ", "Dear ", "Hey ", "Hallo ", "Liebe ", "Lieber ", "Bonjour ", "Hola "],
      pattern: #"(?:Hi|Hello|Dear|Hey|Hallo|Lieber?|Bonjour|Hola) (?<secret>\#(word)(?: \#(word))?),\r?\n"#,
      boundary: .none,
      except: [
        "all", "team", "everyone", "everybody", "there", "folks", "colleagues", "both", "sir", "madam",
        "customer",
        "customers", "support", "kolleginnen", "kollegen", "zusammen", "tous", "equipo", "leaders",
      ], verifier: .beginsWord,
      vanishes: ["Hi ⟦Laurens⟧,\nthe certificate expired"],
      stays: ["Hi All,\nthe certificate", "Dear Team,\n", "Hi Bob"]),
    Rule(
      name: "handover-arrow", finds: "who takes over", label: "person", anchors: ["andover "],
      pattern: #"andover[:,]? (?:from )?\#(word)(?: \#(word))? (?:→|->|to) (?<secret>\#(word) \#(word))"#,
      vanishes: ["Handover Ops Desk → ⟦Tarquin Spence⟧ at 08:00"], stays: ["handover notes -> wiki"]),
    Rule(
      name: "signature", finds: "name below the closing of a letter", label: "person",
      anchors: [
        "egards,\n", "egards\n", "Cheers,\n", "Best,\n", "incerely,\n", "Grüßen\n", "Grüße\n", "Gruß\n",
        "Gruss\n",
        "ordialement,\n", "aludos,\n", "Thanks,\n",
      ],
      pattern:
        #"(?:egards,?|Cheers,|Best,|incerely,|Grüßen|Grüße|Gruß|Gruss|ordialement,|aludos,|Thanks,)\n\n?(?<secret>\#(word)(?: \#(word)){0,2})\n"#,
      boundary: .none, except: ["the team", "team", "all", "everyone", "the sre team", "support", "ops"],
      vanishes: ["Kind regards,\n⟦Caitlin Ostrander⟧\nSite Reliability Engineer\n"],
      stays: ["Thanks,\nall of you\n", "Regards,\nThe team\n"]),
    Rule(
      name: "code-mark", finds: "login in a mark of open work", label: "person",
      anchors: ["TODO(", "FIXME(", "XXX("],
      pattern: #"(?:TODO|FIXME|XXX)\(\#(login)\)"#, boundary: .none,
      except: ["bug", "todo", "perf", "later", "docs"],
      vanishes: ["// TODO(⟦jorisd⟧): remove after the migration"], stays: ["TODO(#4711): x", "FIXME(b/1234)"]),
    Rule(
      name: "handover", finds: "people who hand over to each other", label: "person",
      anchors: ["andover from ", "and-over from ", "anded over by ", "anded over from "],
      pattern: #"[Hh]and(?:over|-over|ed over) (?:from|by) (?<secret>\#(word) \#(word))"#, reach: 1,
      vanishes: ["Handover from ⟦Joris Verhoeven⟧ at 06:00"], stays: ["handover from the night shift"]),
    Rule(
      name: "name-field", finds: "given or family name in a field, in other languages", label: "person",
      anchors: [
        "orname", "achname", "<nom>", "prenom", "prénom", "apellido", "cognome", "voornaam", "achternaam",
        "nombre",
        "nazwisko",
      ],
      pattern:
        #"(?:[Vv]orname|[Nn]achname|<nom>|[Pp]r[eé]nom|[Aa]pellidos?|[Cc]ognome|[Vv]oornaam|[Aa]chternaam|[Nn]ombre|[Nn]azwisko)["']?\s?[:=>]?\s?["']?(?<secret>\#(word)(?: \#(word)){0,2})"#,
      reach: 2, boundary: .none,
      vanishes: [
        "Vorname=⟦Heike⟧;Nachname=⟦Niederhauser⟧;", "<nom>⟦Chevallier⟧</nom>",
        "apellidos: ⟦Zamorano Quintanilla⟧",
      ],
      stays: ["nombre: api-gateway", "Vorname fehlt"]),
    Rule(
      name: "foreign-owner", finds: "person in a field in Cyrillic, Chinese or Japanese", label: "person",
      anchors: ["Автор", "Исполнитель", "Ответственный", "Дежурный", "负责人", "担当者", "经办人", "联系人", "作者"],
      pattern:
        #"(?:Автор|Исполнитель|Ответственный|Дежурный|负责人|担当者|经办人|联系人|作者)(?::|：) ?(?<secret>[^\s,;:/|(]{3,60}(?: [^\s,;:/|(]{3,60})?)"#,
      boundary: .none,
      vanishes: ["负责人：⟦王晓明⟧\n影响范围：支付接口", "Автор: ⟦Екатерина Соловьёва⟧\n"], stays: ["Автор не указан"]),
  ]
}

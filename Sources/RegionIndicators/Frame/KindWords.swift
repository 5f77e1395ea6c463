import LearningRegion

/// What types of actors and spheres are called in sentences, in both languages.
///
/// Types are free text in `actors.csv`; those that the format names have words here, others are called what the data call them, with the
/// label of `region.yaml` where there is one.
public enum KindWords {
  /// A type of actor.
  ///
  /// - Parameters:
  ///   - name: as `actors.csv` has it.
  ///   - region: whose labels of types come first.
  public static func type(_ name: String, in region: Region) -> Words {
    if let label = region.actorTypes.first(where: { $0.name == name })?.label {
      return Words(label, label)
    }
    return known[name] ?? Words(name, name)
  }

  /// A sphere.
  public static func sphere(_ sphere: Sphere) -> Words {
    known[sphere.rawValue] ?? Words(sphere.rawValue, sphere.rawValue)
  }

  private static let known: [String: Words] = [
    "enterprise": Words("enterprise", "virksomhet"),
    "department": Words("department", "avdeling"),
    "person": Words("person", "person"),
    "union": Words("union", "fagforening"),
    "employer_association": Words("employers' association", "arbeidsgiverforening"),
    "university": Words("university", "universitet"),
    "school": Words("school", "skole"),
    "research_institute": Words("research institute", "forskningsinstitutt"),
    "municipality": Words("municipality", "kommune"),
    "regional_authority": Words("regional authority", "regional myndighet"),
    "public_agency": Words("public agency", "offentlig etat"),
    "network": Words("network", "nettverk"),
    "consultant": Words("consultant", "konsulent"),
    "civil": Words("civil society", "sivilsamfunn"),
    "work_life": Words("work life", "arbeidsliv"),
    "education": Words("education", "utdanning"),
    "research": Words("research", "forskning"),
    "government": Words("government", "offentlig forvaltning"),
  ]
}

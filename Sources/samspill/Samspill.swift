import ArgumentParser

/// The program.
struct Samspill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samspill",
    abstract:
      "Network analysis for learning regions: who learns from whom, who connects them, what breaks.",
    usage: """
      samspill demo
      samspill check my-region
      samspill map my-region -o map.svg
      samspill brokers my-region --sort betweenness --top 10
      samspill COMMAND NET [options]
      """,
    discussion: """
      NET is a region folder, a network file, or - for standard input. Data go to standard output, messages to \
      standard error.

      Exit status: 0 done; 1 `check` found errors; 2 bad data; 64 wrong usage; 70 the drawing failed; \
      74 a file could not be read or written; 130 interrupted.
      """,
    version: "samspill \(Version.text)",
    subcommands: [
      DemoCommand.self, InitCommand.self, CheckCommand.self, InfoCommand.self,
      CentralityCommand.self, TiesCommand.self, StructureCommand.self, ClustersCommand.self,
      BrokersCommand.self, ProfileCommand.self, LineageCommand.self, TripleHelixCommand.self,
      FunnelCommand.self, TrustCommand.self, FlowsCommand.self, MatchCommand.self,
      MapCommand.self, ReportCommand.self, ConvertCommand.self, SurveyCommand.self,
      GenerateCommand.self,
      ExplainCommand.self, DoctorCommand.self,
    ]
  )
}

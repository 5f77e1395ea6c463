import GraphCore
import LearningRegion
import NetworkMetrics

/// Indicators that look at one side of a learning region, with what they mean and how they are computed.
public struct IndicatorFamily: Sendable {
  /// Number of the family, 1 … 20.
  public let number: Int
  /// The family in one word, lower snake case.
  public let name: String
  /// The family in words.
  public let title: Words
  /// The texts of its indicators, in the order in which results show them.
  public let texts: [IndicatorText]
  /// Computes them all; an indicator that the data do not allow says so.
  public let indicators: @Sendable (IndicatorInput, RunControl) throws(MetricError) -> [Indicator]

  /// A family.
  public init(
    _ number: Int,
    _ name: String,
    _ title: Words,
    _ texts: [IndicatorText],
    indicators:
      @escaping @Sendable (IndicatorInput, RunControl) throws(MetricError) -> [Indicator]
  ) {
    self.number = number
    self.name = name
    self.title = title
    self.texts = texts
    self.indicators = indicators
  }

  /// Every family, by number.
  public static let all: [IndicatorFamily] =
    (relationsAndForms + growthAndSurvival).sorted { $0.number < $1.number }

  /// The family that has an indicator of this name.
  public static func having(_ indicator: String) -> IndicatorFamily? {
    all.first { $0.title(of: indicator) != nil }
  }

  /// The title of an indicator of the family, those included that are measures of the network and explained as such; `nil` for names that are not its.
  public func title(of indicator: String) -> Words? {
    if let text = texts.first(where: { $0.name == indicator }) { return text.title }
    return number == 3 ? HorizontalityIndicators.measures[indicator] : nil
  }
}

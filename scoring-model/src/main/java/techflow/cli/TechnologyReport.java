package techflow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.settings.TechnologySettings;
import techflow.scoring.technology.InnovationPoints;
import techflow.scoring.technology.OfficialInnovationPoints;
import techflow.scoring.technology.TechnologyAssessment;
import techflow.scoring.technology.TechnologyAssessment.DimensionScore;
import techflow.scoring.technology.TechnologyAssessment.Outcome;
import techflow.scoring.technology.WarningRule;
import techflow.scoring.technology.WarningRule.Warning;
import techflow.scoring.technology.certificate.Answer;
import techflow.scoring.technology.certificate.CertificateAssessment;
import techflow.scoring.technology.certificate.CertificateAssessment.Holding;
import techflow.scoring.technology.certificate.CertificateAssessment.Total;
import techflow.scoring.technology.certificate.Extent;
import techflow.scoring.technology.certificate.Item;
import techflow.scoring.technology.certificate.Requirement;
import techflow.scoring.technology.certificate.Words;
import techflow.scoring.wording.LabelText;

/** The technology side of one snapshot as lines for a terminal. */
final class TechnologyReport {
    private final TechnologySettings settings;
    private final OutputLanguage language;
    private final FeatureCatalog catalog;
    private final List<String> lines = new ArrayList<>();

    /** @param catalog bound to the peer tables beside the signals */
    TechnologyReport(TechnologySettings settings, OutputLanguage language, FeatureCatalog catalog) {
        this.settings = settings;
        this.language = language;
        this.catalog = catalog;
    }

    /** Everything is computed from this snapshot and nothing else. */
    List<String> lines(Snapshot snapshot) {
        FeatureVector vector = catalog.compute(snapshot);
        head(snapshot);
        index(settings.index().assess(vector));
        points(settings.innovationPoints().award(vector));
        official(OfficialInnovationPoints.of(snapshot));
        warnings(WarningRule.warnings(settings.warnings(), vector));
        certificates(settings.certificates().assess(snapshot));
        return List.copyOf(lines);
    }

    private void head(Snapshot snapshot) {
        lines.add(snapshot.profile().map(EnterpriseProfile::name).orElse(say("（名称未知）", "(name not known)")) + "  "
                + snapshot.enterprise().code() + "  " + say("时点", "as of") + " "
                + snapshot.asOf().instant());
    }

    private void index(TechnologyAssessment found) {
        title("技术流指数（示例设定，非官方）", "Technology index (example setting, not official)");
        lines.add("  "
                + found.outcome()
                        .map(this::outcome)
                        .orElse(say("未评：已知维度过少", "not assessed: too few dimensions are known")));
        found.dimensions().forEach(one -> lines.add("  " + dimension(one)));
        found.outcome().ifPresent(this::corrections);
        lines.add("  " + say("参数版本", "settings") + " " + found.settingsVersion());
    }

    private String outcome(Outcome outcome) {
        return say("指数", "index") + " " + number(outcome.index()) + "   " + say("修正前", "before corrections") + " "
                + outcome.baseGrade() + "   " + say("修正后", "after") + " " + outcome.grade();
    }

    private String dimension(DimensionScore one) {
        return say(one.dimension().chinese(), one.dimension().english()) + "  "
                + one.score().map(TechnologyReport::number).orElse(say("无数据", "no data")) + "  "
                + say("权重", "weight") + " " + Math.round(100 * one.weight()) + "%";
    }

    private void corrections(Outcome outcome) {
        if (outcome.corrections().isEmpty()) {
            lines.add("  " + say("未触发等级修正", "no correction of the grade"));
        }
        outcome.corrections()
                .forEach(one -> lines.add("  " + (one.notches() > 0 ? "▼ " : "▲ ") + Math.abs(one.notches()) + "  "
                        + one.code() + "  " + say(one.chinese(), one.english())));
    }

    private void points(InnovationPoints found) {
        title("创新积分（示例权重，非官方）", "Innovation points (example weights, not official)");
        lines.add("  " + found.total().map(TechnologyReport::number).orElse(say("未知", "not known")) + " / "
                + number(found.maximum()) + "   "
                + say(found.stage().chinese(), found.stage().english()));
        found.items()
                .forEach(item -> lines.add("  " + label(item.feature()) + "  "
                        + item.points().map(TechnologyReport::number).orElse(say("未知", "not known")) + " / "
                        + number(item.maximum())));
    }

    private void official(List<OfficialInnovationPoints> all) {
        title("官方创新积分（主管部门公布，原始分制）", "Official innovation points (as published, in their own scale)");
        if (all.isEmpty()) {
            lines.add("  " + say("未获得", "none known"));
        }
        all.forEach(one -> lines.add("  " + one.year() + "  "
                + say(one.frame().chinese(), one.frame().english()) + "  " + one.authority() + "  "
                + number(one.total()) + " / " + number(one.maximum()) + blocks(one)));
    }

    private String blocks(OfficialInnovationPoints one) {
        return one.frame().blocks().stream()
                .filter(one.blocks()::containsKey)
                .map(block -> say(block.chinese(), block.english()) + " "
                        + number(one.blocks().get(block)))
                .collect(Collectors.joining(", ", one.blocks().isEmpty() ? "" : "   ", ""));
    }

    private void warnings(List<Warning> warnings) {
        if (!warnings.isEmpty()) {
            title("提示", "Warnings");
            warnings.forEach(one -> lines.add("  ⚠ " + one.code() + "  " + say(one.chinese(), one.english())));
        }
    }

    private void certificates(List<CertificateAssessment> all) {
        title(
                "科技资质对照（按公布的规则计算；分值为已得至可得）",
                "Certificate readiness (by the published rules; points from reached to possible)");
        for (CertificateAssessment one : all) {
            lines.add("");
            lines.add("  " + say(one.rule().chinese(), one.rule().english()) + "  "
                    + one.answer().map(this::answer).orElse(say("仅计分", "points only"))
                    + one.total().map(this::total).orElse("")
                    + one.held().map(this::held).orElse(""));
            one.items().forEach(item -> lines.add("    " + item(item)));
            one.requirements().forEach(requirement -> lines.add("    " + requirement(requirement)));
            if (!one.missing().isEmpty()) {
                lines.add("    " + say("待补充", "missing to know") + ": "
                        + one.missing().stream().map(this::say).collect(Collectors.joining("; ")));
            }
            one.validityYears()
                    .ifPresent(years -> lines.add("    "
                            + say(
                                    "有效期" + years + "年（一般知识，可设置）",
                                    "valid for " + years + (years == 1 ? " year" : " years")
                                            + " (general knowledge, a setting)")));
        }
    }

    private String total(Total total) {
        return "   " + range(total.points()) + " / " + number(total.maximum())
                + total.threshold()
                        .map(t -> "   " + say("要求", "asks for") + " " + (t.exceeded() ? ">" : "≥") + number(t.points()))
                        .orElse("");
    }

    private String held(Holding held) {
        return "   " + say("已持有，有效至", "held until") + " " + held.validUntil();
    }

    private String item(Item item) {
        return range(item.points()) + " / " + number(item.maximum()) + "  " + say(item.name()) + "  "
                + say(item.found()) + "  [" + say(item.band()) + "]  "
                + item.source().name();
    }

    private String requirement(Requirement one) {
        return answer(one.answer()) + kind(one.kind()) + "  " + say(one.name()) + "  " + say(one.found()) + "  "
                + one.source().name();
    }

    private String kind(Requirement.Kind kind) {
        return switch (kind) {
            case NECESSARY, REPLACEABLE -> "";
            case DECLARED -> say("（须声明）", "(to be declared)");
            case SHORT_CUT -> say("（捷径）", "(short cut)");
        };
    }

    private String answer(Answer answer) {
        return switch (answer) {
                    case MET -> "✓ ";
                    case NOT_MET -> "✗ ";
                    case OPEN -> "? ";
                }
                + say(answer.chinese(), answer.english());
    }

    private String label(FeatureName feature) {
        return catalog.definition(feature)
                .map(definition -> language.of(LabelText.of(definition)))
                .orElse(feature.value());
    }

    private void title(String chinese, String english) {
        lines.add("");
        lines.add(say(chinese, english));
    }

    private String say(String chinese, String english) {
        return language.of(chinese, english);
    }

    private String say(Words words) {
        return language.of(words.chinese(), words.english());
    }

    private static String range(Extent points) {
        return points.isKnown() ? number(points.low()) : number(points.low()) + "–" + number(points.high());
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "?";
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        return Optional.ofNullable(value)
                .map(one -> one == Math.rint(one)
                        ? String.format(Locale.ROOT, "%.0f", one)
                        : String.format(Locale.ROOT, "%.1f", one))
                .orElse("?");
    }
}

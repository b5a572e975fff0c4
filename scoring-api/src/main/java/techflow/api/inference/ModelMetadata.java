package techflow.api.inference;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import techflow.features.definition.Unit;

/** What the protocol tells of a model. */
record ModelMetadata(
        String name,
        List<String> versions,
        String platform,
        List<TensorMetadata> inputs,
        List<TensorMetadata> outputs,

        @Schema(description = "What the model is, and what its answers are not")
        Map<String, String> parameters) {
    /** One tensor; -1 stands for the number of rows. */
    record TensorMetadata(String name, String datatype, List<Integer> shape) {
        static TensorMetadata column(String name, String datatype) {
            return new TensorMetadata(name, datatype, List.of(-1, 1));
        }
    }

    static ModelMetadata of(InputBinding binding) {
        var ref = binding.model().ref();
        return new ModelMetadata(
                ref.id(),
                List.of(ref.version()),
                "techflow",
                binding.inputs().stream()
                        .map(input -> TensorMetadata.column(
                                input.name().value(), input.unit() == Unit.CATEGORY ? "BYTES" : "FP64"))
                        .toList(),
                Arrays.stream(ModelOutput.values())
                        .map(output -> TensorMetadata.column(output.word(), output.datatype()))
                        .toList(),
                Map.of(
                        "sha256", ref.sha256(),
                        "feature_set_version",
                                binding.model().pipeline().schema().version(),
                        "missing", "null or NaN",
                        "max_rows", String.valueOf(InputBinding.MOST_ROWS),
                        "note",
                                "The model alone, on given vectors: no firm is looked up, no knock-out rule and no policy is"
                                        + " applied, nothing is logged as a score. For scores of firms use POST /v1/scores"));
    }
}

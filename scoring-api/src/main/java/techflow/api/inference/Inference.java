package techflow.api.inference;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import techflow.api.serving.ServedModel;
import techflow.features.definition.FeatureVector;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.model.ScoringPipeline;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** From the bytes of a request to the bytes of its answer, with one model. Reads no clock and no store. */
final class Inference {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int BYTES_OF_AN_ANSWER = 512;

    private final AtomicReference<@Nullable InputBinding> binding = new AtomicReference<>();

    /** The binding of the model, made when a model is seen first. */
    InputBinding binding(ServedModel model) {
        InputBinding known = binding.get();
        if (known != null && known.model() == model) {
            return known;
        }
        InputBinding made = new InputBinding(model);
        binding.set(made);
        return made;
    }

    /** @throws RecordFault REQUEST_INVALID with every broken rule */
    byte[] infer(byte[] bytes, ServedModel model) {
        InferenceRequest request = InferenceRequest.read(bytes);
        List<ModelOutput> outputs = outputs(request.outputs());
        ScoringPipeline pipeline = model.pipeline();
        List<FeatureVector> vectors = binding(model).vectors(request.inputs());
        List<ModelOutput.Row> rows = new ArrayList<>(vectors.size());
        for (FeatureVector vector : vectors) {
            rows.add(ModelOutput.Row.of(vector, pipeline));
        }
        return write(request, outputs, rows, model);
    }

    private static List<ModelOutput> outputs(List<String> wanted) {
        if (wanted.isEmpty()) {
            return List.of(ModelOutput.values());
        }
        List<Violation> unknown = wanted.stream()
                .filter(word -> ModelOutput.of(word).isEmpty())
                .map(word -> new Violation(
                        "outputs",
                        "must be outputs of this model",
                        word.length() > 64 ? word.substring(0, 64) : word,
                        "see the model's metadata"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new RecordFault(ProblemCode.REQUEST_INVALID, "The model has no such output", unknown);
        }
        return wanted.stream().map(word -> ModelOutput.of(word).orElseThrow()).toList();
    }

    private static byte[] write(
            InferenceRequest request, List<ModelOutput> outputs, List<ModelOutput.Row> rows, ServedModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BYTES_OF_AN_ANSWER);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("model_name", model.ref().id());
            json.writeStringProperty("model_version", model.ref().version());
            request.id().ifPresent(id -> json.writeStringProperty("id", id));
            json.writeObjectPropertyStart("parameters");
            json.writeStringProperty("sha256", model.ref().sha256());
            json.writeEndObject();
            json.writeArrayPropertyStart("outputs");
            outputs.forEach(output -> write(output, rows, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(ModelOutput output, List<ModelOutput.Row> rows, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", output.word());
        json.writeStringProperty("datatype", output.datatype());
        json.writeArrayPropertyStart("shape");
        json.writeNumber(rows.size());
        json.writeNumber(1);
        json.writeEndArray();
        json.writeArrayPropertyStart("data");
        rows.forEach(row -> output.write(row, json));
        json.writeEndArray();
        json.writeEndObject();
    }
}

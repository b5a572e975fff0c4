package techflow.api.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A request as it was sent, read in one pass without a tree.
 *
 * @param id given back in the answer
 * @param inputs in the order of the request
 * @param outputs names of the outputs that are wanted, empty for all of them
 */
record InferenceRequest(Optional<String> id, List<Tensor> inputs, List<String> outputs) {
    private static final int LONGEST_ID = 200;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** @throws RecordFault REQUEST_INVALID when the bytes are not one JSON object of this form */
    static InferenceRequest read(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("must be a JSON object", "");
            }
            InferenceRequest request = members(parser);
            if (parser.nextToken() != null) {
                throw malformed("must be one JSON object", "more after it");
            }
            return request;
        } catch (JacksonException e) {
            throw malformed(
                    "must be one JSON object without duplicate members",
                    "an error at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    private static InferenceRequest members(JsonParser parser) {
        Optional<String> id = Optional.empty();
        List<Tensor> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "id" -> id = Optional.of(parser.getValueAsString("")).map(InferenceRequest::shortened);
                case "inputs" -> elements(parser, value, "inputs", () -> inputs.add(Tensor.read(parser)));
                case "outputs" -> elements(parser, value, "outputs", () -> outputs.add(Tensor.read(parser).name));
                default -> parser.skipChildren(); // parameters and extensions mean nothing here
            }
        }
        return new InferenceRequest(id, inputs, outputs);
    }

    private static void elements(JsonParser parser, JsonToken first, String member, Runnable read) {
        if (first != JsonToken.START_ARRAY) {
            throw malformed(member + " must be a list of tensors", first.name());
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            read.run();
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw malformed(member + " must be a list of tensors", String.valueOf(parser.currentToken()));
        }
    }

    private static RecordFault malformed(String rule, String found) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The body cannot be read",
                List.of(new Violation("body", rule, found, "send {\"inputs\": [{name, shape, datatype, data}, …]}")));
    }

    private static String shortened(String id) {
        return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    }
}

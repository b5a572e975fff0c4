package techflow.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import techflow.scoring.registry.Ledger;
import techflow.scoring.registry.ModelAlias;
import techflow.scoring.registry.RegisteredModel;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code techflow models list}: every published model, oldest first, with its aliases and signatures. */
@Command(
        name = "list",
        description = "Lists the registered models, who bears which alias and who signed",
        mixinStandardHelpOptions = true)
final class ModelsListCommand extends RegistryCommand {
    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    int run(RegistryOption.Opened opened, PrintWriter out) {
        Ledger ledger = opened.registry().history();
        List<RegisteredModel> models = opened.registry().list();
        JsonMapper mapper = new JsonMapper();
        ArrayNode array = mapper.createArrayNode();
        for (RegisteredModel model : models) {
            List<ModelAlias> aliases = aliases(ledger, model);
            var signatures = opened.registry().signatures(model.sha256());
            if (json) {
                array.add(RegistryLines.json(model, aliases, signatures));
            } else {
                RegistryLines.print(out, model, aliases, signatures);
            }
        }
        if (json) {
            out.println(mapper.writeValueAsString(array));
        } else if (models.isEmpty()) {
            err().println("no model is published yet; ./techflow train --publish publishes one");
        }
        return ExitCode.DONE;
    }

    private static List<ModelAlias> aliases(Ledger ledger, RegisteredModel model) {
        return Arrays.stream(ModelAlias.values())
                .filter(alias ->
                        ledger.bearer(alias).filter(model.sha256()::equals).isPresent())
                .toList();
    }
}

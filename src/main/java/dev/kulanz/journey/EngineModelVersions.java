package dev.kulanz.journey;

import dev.kulanz.journey.model.ModelDifference;
import dev.kulanz.journey.model.ShippedModels;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads them where the engine keeps them. */
@Component
class EngineModelVersions implements ModelVersions {

    private static final String IN_FORCE = """
            select v.file, v.version, d.deploy_time_ as since from (
                select resource_name_ as file, version_ as version, deployment_id_,
                       version_ = max(version_) over (partition by key_) as latest from act_re_procdef
                union all
                select resource_name_, version_, deployment_id_,
                       version_ = max(version_) over (partition by key_) from act_re_decision_def
                union all
                select resource_name_, version_, deployment_id_,
                       version_ = max(version_) over (partition by key_) from act_re_camformdef) v
            join act_re_deployment d on d.id_ = v.deployment_id_
            where v.latest order by v.file""";

    private final JdbcClient jdbc;
    private final ShippedModels models;

    EngineModelVersions(JdbcClient jdbc, ShippedModels models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    private record Row(String file, int version, Timestamp since) {}

    @Override
    public List<Entry> inForce() {
        Set<String> newer = new HashSet<>(models.newerShipped());
        Map<String, byte[]> shipped = models.files();
        return jdbc.sql(IN_FORCE).query(Row.class).list().stream()
                .map(row -> new Entry(
                        bare(row.file()),
                        whose(bare(row.file()), shipped),
                        row.version(),
                        row.since().toInstant(),
                        newer.contains(bare(row.file()))))
                .toList();
    }

    @Override
    public Entry get(String file) {
        return inForce().stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow(() -> none(file));
    }

    @Override
    public byte[] fileInForce(String file) {
        return models.inForce(file).orElseThrow(() -> none(file));
    }

    @Override
    public byte[] shippedFile(String file) {
        byte[] shipped = models.files().get(file);
        if (shipped == null) {
            throw none(file);
        }
        return shipped;
    }

    @Override
    public List<Part> difference(String file) {
        return ModelDifference.between(file, shippedFile(file), fileInForce(file)).stream()
                .map(EngineModelVersions::part)
                .toList();
    }

    private static Part part(ModelDifference.Change change) {
        return new Part(
                Change.valueOf(change.kind().name()),
                change.id(),
                change.element(),
                change.name(),
                change.values().stream()
                        .map(value -> new Value(value.what(), value.before(), value.after()))
                        .toList());
    }

    private Whose whose(String file, Map<String, byte[]> all) {
        byte[] shipped = all.get(file);
        if (shipped == null) {
            return Whose.ADDED;
        }
        boolean isSame = models.inForce(file)
                .filter(content -> Arrays.equals(content, shipped))
                .isPresent();
        return isSame ? Whose.SHIPPED : Whose.OWN;
    }

    private static String bare(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static Refusal none(String file) {
        return Refusal.notFound(Said.of("model.none", "There is no model {0}.", Legible.quoted(file)));
    }
}

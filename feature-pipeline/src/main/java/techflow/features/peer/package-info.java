/**
 * Where a firm stands among its peers, told by dated tables that know no future.
 *
 * <p>Entry types: {@link techflow.features.peer.PeerStaging} makes a {@link techflow.features.peer.PeerTable} of one
 * date from the vectors of a whole population; {@link techflow.features.peer.PeerTables}, a series of them, tells the
 * ranks of a catalogue that is bound to it.
 *
 * <p>The group. A firm is compared with firms of the same <em>industry</em> (GB/T 4754 division, such as {@code C39}: a
 * section is too wide, all of manufacturing is one letter, and groups and classes are too thin), the same
 * {@link techflow.features.peer.LifeStage} and the same <em>region</em> (GB/T 2260 province). Where fewer than
 * {@value techflow.features.peer.PeerTable#SMALLEST_GROUP} firms of a group have a value, the next wider group counts:
 * industry × stage × region, industry × stage, industry, all. {@link techflow.features.peer.PeerStanding} says which.
 *
 * <p>The percentile of a value among {@code n} known values of the group is {@code (below + equal / 2) / n}: the mid-rank,
 * in [0, 1], half for a group in which all are equal. Groups of up to {@value techflow.features.peer.Distribution#KNOTS}
 * distinct values are kept whole and the percentile is exact; larger ones keep that many quantiles with their exact
 * counts, and a value between two of them is interpolated with an error below 0.01. The firm itself is one of the group.
 *
 * <p>Invariants, held by tests: a table for an instant is the same from the full history and from the history cut at that
 * instant; the order of firms and of threads changes nothing; a vector is ranked by the latest table that is not after
 * its own instant, and by none that is more than {@value techflow.features.peer.PeerTables#OLDEST_DAYS} days older. A
 * table's identity is the SHA-256 of its canonical text, which names the feature set it was made with.
 *
 * <p>Memory while a table is made: about {@code 16 + 8 × features} bytes a firm, 110 MB for a million firms and ten
 * features. A finished table holds 16 bytes a knot: at most 8 MB for 500 groups of more than 100 firms and ten features.
 *
 * <pre>{@code
 * PeerStaging staging = new PeerStaging(StandardCatalog.catalog());
 * PeerTable.Builder builder = staging.table(asOf);
 * engine.compute(store, staging.catalog(), everyFirm, builder::add);
 * PeerTables tables = PeerTables.of(List.of(builder.build()));
 * FeatureVector vector = StandardCatalog.catalog().against(tables).compute(snapshot);
 * }</pre>
 */
@NullMarked
package techflow.features.peer;

import org.jspecify.annotations.NullMarked;

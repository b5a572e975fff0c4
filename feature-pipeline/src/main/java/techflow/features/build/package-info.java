/**
 * Building the vectors of a population: the batch engine's run, in parts that survive a crash.
 *
 * <p>Entry type: {@link techflow.features.build.FeatureBuild}. It asks a {@link techflow.features.engine.FeatureEngine}
 * for vectors and cuts their stream into parts, each a contiguous range of firms, which a
 * {@link techflow.features.build.BuildTarget} keeps: {@link techflow.features.build.DirectoryTarget} as files under a
 * manifest, {@link techflow.features.build.TableTarget} in PostgreSQL. A part becomes visible in one step, so that after
 * {@code kill -9} the same build goes on after the last whole part, and no vector is lost or there twice. A build knows
 * of what it is made ({@link techflow.features.build.InputIdentity}, as-ofs, schema); it never goes on from other inputs.
 *
 * <p>Memory does not grow with the population: the engine holds a few firms, the target one part's buffer.
 *
 * <pre>{@code
 * BuildResult result = new FeatureBuild(engine, catalog, 10_000)
 *         .run(store, Spine.everyFirm(asOfs), inputs, new DirectoryTarget(out, VectorFormat.PARQUET, false), firms -> {});
 * }</pre>
 */
@NullMarked
package techflow.features.build;

import org.jspecify.annotations.NullMarked;

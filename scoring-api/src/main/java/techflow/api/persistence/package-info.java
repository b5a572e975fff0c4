/**
 * R2DBC adapters of the application's ports.
 *
 * <p>Entry types: {@link techflow.api.persistence.R2dbcSnapshotReader}, {@link techflow.api.persistence.R2dbcScoreLog},
 * {@link techflow.api.persistence.R2dbcModelSource}, {@link techflow.api.persistence.R2dbcPeerTableSource}, {@link techflow.api.persistence.R2dbcEnterpriseDirectory}, {@link
 * techflow.api.persistence.R2dbcApiKeys}, {@link techflow.api.persistence.R2dbcRequestKeys}, {@link
 * techflow.api.persistence.R2dbcScoreHistory}, {@link techflow.api.persistence.R2dbcScoreJobs}, {@link
 * techflow.api.persistence.R2dbcSignalSink}, {@link techflow.api.persistence.SchemaVersion}. All of them ask through
 * {@link techflow.api.persistence.Database}: one statement at a time, its rows collected in full before anything else
 * happens, never cancelled in flight; time limits are the server's. Every failure of the driver becomes
 * STORE_UNAVAILABLE.
 */
@NullMarked
package techflow.api.persistence;

import org.jspecify.annotations.NullMarked;

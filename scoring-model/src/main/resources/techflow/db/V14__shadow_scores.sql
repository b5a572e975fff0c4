-- What the model under the alias "shadow" would have answered, beside the score that was given. Nobody is told; it is for
-- comparing. No reference to score_log: these rows are written later, in batches, and go when they are no longer of use.
create table shadow_score (
    score_id     text             not null,
    model_sha256 text             not null references model_artifact,
    scored_at    timestamptz      not null,
    log_odds     double precision,
    pd           double precision check (pd > 0 and pd < 1),
    score        integer,
    grade        text,
    primary key (score_id, model_sha256),
    constraint shadow_score_whole check ((score is null) = (grade is null) and (score is null) = (log_odds is null)
        and (score is null) = (pd is null))
);

comment on column shadow_score.score is 'Empty when this model cannot score the firm';
create index shadow_score_model on shadow_score (model_sha256, scored_at);

-- Signals as the release before stored them, brought to the columns of feature set fs-2. Nothing is dropped: new columns
-- stand empty or hold the word that the old meaning had, and what bound equity or assets becomes an ENCUMBRANCE.
-- On a large table: every widened row is written anew, in one transaction; plan for as much free space as the table has,
-- and vacuum afterwards.

-- A month's return was of every tax together.
update signal
set cells = cells || array['ALL'], natural_key = natural_key || '|ALL'
where kind = 'MONTHLY_TAX' and cardinality(cells) = 6;

-- Ratings for 2025 on, published from 2025-07-01 on, are under the new rule. Neither score nor repair was told.
update signal
set cells = cells || array[
        case when cells[1]::integer > 2025
               or (cells[1]::integer = 2025 and known_at >= timestamptz '2025-07-01 00:00:00+08')
            then 'STA_2025_12' else 'RULE_2014' end, '', '']
where kind = 'TAX_RATING' and cardinality(cells) = 2;

-- Columns that may be empty, all of them last.
update signal s
set cells = s.cells || array_fill(''::text, array[t.width - cardinality(s.cells)])
from (values ('PATENT', 10), ('PATENT_EVENT', 6), ('ANNUAL_REPORT', 15), ('TAX_RATING', 5), ('MONTHLY_INVOICES', 12),
             ('CONTRIBUTION_MONTH', 7), ('UTILITY_BILL', 9)) t (kind, width)
where s.kind = t.kind and cardinality(s.cells) < t.width;

-- Pledges, mortgages and freezes stood in the register's events. Neither amount nor party was told: the amount is 0, which
-- means not stated, and the party 未载明, not stated. A freeze was over with the first release on its day or later.
create temp table old_entry on commit drop as
select enterprise_id, natural_key, known_at, occurred_at, source, cells[2] as event
from signal
where kind = 'REGISTRY_EVENT'
  and cells[2] in ('EQUITY_PLEDGED', 'CHATTEL_MORTGAGED', 'EQUITY_FROZEN', 'EQUITY_UNFROZEN');

create temp table old_release on commit drop as
select f.enterprise_id, f.natural_key, f.known_at as frozen_known_at, f.occurred_at as frozen_on,
       u.natural_key as release_key, u.known_at, u.source
from old_entry f
cross join lateral (
    select * from old_entry u
    where u.enterprise_id = f.enterprise_id and u.event = 'EQUITY_UNFROZEN' and u.occurred_at >= f.occurred_at
    order by u.occurred_at, u.known_at, u.natural_key limit 1) u
where f.event = 'EQUITY_FROZEN';

insert into signal (enterprise_id, kind, natural_key, known_at, occurred_at, source, cells)
select e.enterprise_id, 'ENCUMBRANCE', e.natural_key, e.known_at, e.occurred_at, e.source,
       array[e.natural_key,
             case e.event when 'EQUITY_PLEDGED' then 'EQUITY_PLEDGE' when 'CHATTEL_MORTGAGED' then 'CHATTEL_MORTGAGE'
                          else 'EQUITY_FREEZE' end,
             '0.00', '未载明', '',
             case when r.known_at <= e.known_at then 'RELEASED' else 'STANDING' end]
from old_entry e
left join old_release r
    on (r.enterprise_id, r.natural_key, r.frozen_known_at) = (e.enterprise_id, e.natural_key, e.known_at)
where e.event <> 'EQUITY_UNFROZEN'
on conflict do nothing;

-- The release is a restatement of its freeze, dated by the freeze, known when the release was.
insert into signal (enterprise_id, kind, natural_key, known_at, occurred_at, source, cells)
select distinct on (enterprise_id, natural_key, known_at)
       enterprise_id, 'ENCUMBRANCE', natural_key, known_at, frozen_on, source,
       array[natural_key, 'EQUITY_FREEZE', '0.00', '未载明', '', 'RELEASED']
from old_release
where known_at > frozen_known_at
order by enterprise_id, natural_key, known_at, frozen_known_at desc
on conflict do nothing;

-- A release of a freeze that is not known, or that another release had ended: kept under its own number and day.
insert into signal (enterprise_id, kind, natural_key, known_at, occurred_at, source, cells)
select enterprise_id, 'ENCUMBRANCE', natural_key, known_at, occurred_at, source,
       array[natural_key, 'EQUITY_FREEZE', '0.00', '未载明', '', 'RELEASED']
from old_entry u
where event = 'EQUITY_UNFROZEN'
  and not exists (select 1 from old_release r
                  where r.enterprise_id = u.enterprise_id and r.release_key = u.natural_key)
on conflict do nothing;

delete from signal
where kind = 'REGISTRY_EVENT'
  and cells[2] in ('EQUITY_PLEDGED', 'CHATTEL_MORTGAGED', 'EQUITY_FROZEN', 'EQUITY_UNFROZEN');

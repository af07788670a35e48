-- Makes many cases of few: each copy of the lived-through sample portfolio gets people, addresses and numbers of its own, and
-- keeps what happened to it, so that every state is a true one. How many copies: the setting many.copies.
-- Bodies of messages and what the engine remembers of past steps are left out; the journal is copied for every fifth copy.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '1GB';
set work_mem = '256MB';
set max_parallel_maintenance_workers = 2;

create temp table copy as select generate_series(1, current_setting('many.copies')::int) as n;
create function pg_temp.of_copy(id uuid, n int) returns uuid immutable parallel safe language sql as
    $$ select (lpad(to_hex(n), 8, '0') || substr(id::text, 9))::uuid $$;
create function pg_temp.of_copy(id text, n int) returns text immutable parallel safe language sql as
    $$ select lpad(to_hex(n), 8, '0') || substr(id, 9, 20) || left(id, 8) $$; -- the engine's differ at their beginning only
create function pg_temp.numbered(id text, n int) returns text immutable parallel safe language sql as
    $$ select id || '-' || n $$;
-- K-2026-000042 becomes K-2026-1234042, and so on.
create function pg_temp.of_case(number text, n int) returns text immutable parallel safe language sql as
    $$ select left(number, 7) || n || right(number, 3) $$;
-- Some number from 0 on, below the limit, by the person and what is asked for.
create function pg_temp.chance(id uuid, n int, what int, below int) returns int immutable parallel safe language sql as
    $$ select (hashtextextended(id::text, n * 16::bigint + what) & 2147483647)::int % below $$;

create temp table word as select
    string_to_array('Anna,Ben,Clara,David,Elif,Fatma,Georg,Hanna,İbrahim,Jürgen,Katarzyna,Łukasz,Małgorzata,Mehmet,Nguyen,Olga,Paweł,Quentin,René,Søren,Șerban,Thúy,Ulrike,Václav,Wolfgang,Xenia,Yiğit,Željko,Zoë,José,Jörg,Björn,Åsa,Ludovít,Noémi,François,Giulia,Ivana,Kübra,Ömer,Αλέξανδρος,Марина,Дмитрий,Lena,Finn,Marie,Paul,Emma,Leon,Mia', ',') as firsts,
    string_to_array('Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Schäfer,Koch,Bauer,Richter,Klein,Wolf,Schröder,Neumann,Schwarz,Zimmermann,Braun,Krüger,Hofmann,Hartmann,Lange,Schmitt,Werner,Krause,Lehmann,Köhler,Maier,Böhm,Böhme,Groß,Weiß,Strauß,Jäger,Groß-Bölting,Yılmaz,Demirbaş,Şahin,Çelik,Öztürk,Yıldız,Özdemir,Aydın,Kılıç,Arslan,Doğan,Kaya,Nowak,Kowalski,Wójcik,Kamiński,Lewandowski,Zieliński,Szymański,Woźniak,Dąbrowski,Kozłowski,Novák,Svoboda,Dvořák,Černý,Procházka,Horváth,Szabó,Kovács,Popescu,Ionescu,Țiriac,Jovanović,Petrović,Đorđević,Horvat,Babić,Sørensen,Jørgensen,Ødegård,Lindström,Åkesson,Müller-Lüdenscheidt,García,Muñoz,Rodríguez,Gonçalves,João,Lefèvre,Bœuf,Rossi,D’Angelo,Παπαδόπουλος,Иванов,Шевченко,Nguyễn,Trần,Phạm,Lê,Haddad,Rahman,Öger,Ließ,Faßbender,Bachmann,Hermann,Altmann,Kellermann,Ackermann,Brinkmann,Lohmann,Ziegler,Vogt,Pohl,Engel,Horn,Busch,Bergmann,Thomas,Voigt,Sauer', ',') as lasts,
    string_to_array('Hauptstraße,Bahnhofstraße,Schulstraße,Gartenstraße,Dorfstraße,Bergstraße,Birkenweg,Lindenstraße,Kirchstraße,Waldweg,Ringstraße,Am Sportplatz,Goethestraße,Schillerstraße,Mühlenweg,Ahornallee,Müllerstraße,Königsallee,Große Bleichen,Kurze Gasse,Rosenweg,Lessingplatz,Jägersteig,Fährdamm,Turmstraße,Brunnengasse,Feldweg,Uferpromenade,Marktplatz,Prinzenstraße', ',') as streets,
    string_to_array('10115 Berlin,20095 Hamburg,80331 München,50667 Köln,60311 Frankfurt,70173 Stuttgart,40213 Düsseldorf,44135 Dortmund,45127 Essen,04109 Leipzig,28195 Bremen,01067 Dresden,30159 Hannover,90402 Nürnberg,47051 Duisburg,44787 Bochum,42103 Wuppertal,33602 Bielefeld,53111 Bonn,48143 Münster', ',') as cities,
    string_to_array('Schuhe,Jahresabo,Kaffeemaschine,Rate,Wartung,Bücher,Möbel,Stromlieferung,Zahnarzt,Heizöl,Fahrrad,Kurs,Versicherung,Blumen,Spielzeug', ',') as things;

-- What looks things up is made anew at the end.
create temp table lookups as
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
      and not exists (select from pg_inherits h where h.inhrelid = i.indexrelid)
      and t.relname in ('debtor', 'contact_point', 'account', 'open_item', 'ledger_entry', 'payment', 'dunning_case', 'case_move',
                        'item_stay', 'notice', 'left_out', 'block', 'person_block', 'promise', 'contact', 'contact_item', 'case_words', 'case_owes',
                        'journal', 'act_ru_execution', 'act_ru_variable', 'act_ru_event_subscr', 'act_ru_job', 'act_ru_task');
do $$ declare one record; begin
    for one in select * from lookups loop execute 'drop index ' || one.name; end loop;
end $$;

create temp table person as
    select d.id, n, firsts[1 + pg_temp.chance(d.id, n, 1, array_length(firsts, 1))] as first,
           lasts[1 + pg_temp.chance(d.id, n, 2, array_length(lasts, 1))]
             || case when pg_temp.chance(d.id, n, 3, 5) = 0
                     then '-' || lasts[1 + pg_temp.chance(d.id, n, 4, array_length(lasts, 1))] else '' end as last,
           streets[1 + pg_temp.chance(d.id, n, 5, array_length(streets, 1))] || ' ' || 1 + pg_temp.chance(d.id, n, 6, 150) as street,
           cities[1 + pg_temp.chance(d.id, n, 7, array_length(cities, 1))] as city
    from copy cross join debtor d cross join word;
create temp table original as select id from debtor;

insert into debtor select pg_temp.of_copy(d.id, n), creditor_id, pg_temp.numbered(external_id, n), type,
       case type when 'BUSINESS' then p.last || ' ' || split_part('GmbH,AG,OHG,KG,Handels GmbH', ',', 1 + pg_temp.chance(d.id, n, 8, 5))
                 else p.first || ' ' || p.last end,
       salutation, contact_name, language, p.street, split_part(p.city, ' ', 1), split_part(p.city, ' ', 2), country, state,
       birth_date, customer_since, created_at, updated_at, whatsapp_consent
from person p join debtor d using (id) order by n;
insert into contact_point select pg_temp.of_copy(c.id, n), pg_temp.of_copy(debtor_id, n), kind,
       case kind when 'EMAIL' then replace(value, '@', '.' || n || '@')
                 else left(value, 6) || lpad(pg_temp.chance(c.id, n, 9, 10000000)::text, 7, '0') end,
       source, status, created_at, updated_at
from copy cross join contact_point c order by n;
insert into account select pg_temp.of_copy(id, n), pg_temp.of_copy(debtor_id, n), currency from copy cross join account order by n;
insert into open_item select pg_temp.of_copy(id, n), pg_temp.of_copy(account_id, n), creditor_id, pg_temp.numbered(invoice_id, n),
       invoice_date, due_date - n % 3, things[1 + pg_temp.chance(id, n, 10, array_length(things, 1))] || ' ' || 2020 + n % 6, kind, contract_id,
       contract_date, due_date_source, default_notice, mandate_id, fees_claimed, created_at, updated_at, amount_is_rest,
       instalment, given_instalment, principal_is_rest
from copy cross join open_item cross join word order by n;
insert into payment select pg_temp.of_copy(id, n), pg_temp.numbered(external_id, n), creditor_id, pg_temp.of_copy(account_id, n),
       pg_temp.numbered(invoice_id, n), amount, currency, value_date, reference, booked_at - make_interval(mins => n), booked_by
from copy cross join payment order by n;
insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, payment_id, source)
select pg_temp.of_copy(account_id, n), pg_temp.of_copy(open_item_id, n), kind, amount, value_date,
       booked_at - make_interval(mins => n), pg_temp.of_copy(payment_id, n), source
from copy cross join ledger_entry where credit_note_id is null order by n;
insert into dunning_case select pg_temp.of_copy(id, n), pg_temp.of_case(number, n), creditor_id, pg_temp.of_copy(debtor_id, n),
       pg_temp.of_copy(account_id, n), currency, status, round, step, payment_reference || n, first_contact_at, journey,
       journey_started_at, start_attempts, next_start_at, opened_at - make_interval(mins => n), settled_at, terms_id, waits_for
from copy cross join dunning_case order by n;
insert into case_move (case_id, status, step, moved_at)
select pg_temp.of_copy(case_id, n), status, step, moved_at - make_interval(mins => n) from copy cross join case_move order by n, id;
insert into item_stay (case_id, open_item_id, joined_at, left_at)
select pg_temp.of_copy(case_id, n), pg_temp.of_copy(open_item_id, n), joined_at, left_at from copy cross join item_stay order by n, id;
insert into notice (open_item_id, case_id, round, step, channel, contact_id, told_at, pay_by)
select pg_temp.of_copy(open_item_id, n), pg_temp.of_copy(case_id, n), round, step, channel, pg_temp.of_copy(contact_id, n), told_at,
       pay_by
from copy cross join notice where case_id is not null order by n, id;
insert into left_out select pg_temp.of_copy(open_item_id, n), step, pg_temp.of_copy(case_id, n), by_hand, times, left_out_at
from copy cross join left_out order by n;
insert into block select pg_temp.of_copy(id, n), pg_temp.of_copy(case_id, n), pg_temp.of_copy(open_item_id, n), reason, from_at,
       until_date, source, note, placed_by, lifted_at, lifted_by
from copy cross join block order by n;
insert into person_block select pg_temp.of_copy(id, n), pg_temp.of_copy(debtor_id, n), reason, from_at, until_date, source, note,
       placed_by, lifted_at, lifted_by
from copy cross join person_block order by n;
insert into promise select pg_temp.of_copy(id, n), pg_temp.of_copy(case_id, n), pg_temp.of_case(case_number, n), round, amount,
       currency, promised_on, judge_on, status, source, made_at, made_by, after_entry, pg_temp.of_copy(block_id, n), paid,
       concluded_at
from copy cross join promise order by n;
insert into contact (id, case_id, case_number, creditor_id, round, occasion, step, purpose, channel, attempt, tone, style, language,
                     status, reason, fault, failed_at, call_outcome, not_before, planned_at, overtaken, tries, composed_at, sent_at,
                     pay_days, pay_by, demanded_amount, currency, recipient, subject, message_id)
select pg_temp.of_copy(id, n), pg_temp.of_copy(case_id, n), pg_temp.of_case(case_number, n), creditor_id, round, occasion, step,
       purpose, channel, attempt, tone, style, language, status, reason, fault, failed_at, call_outcome, not_before,
       planned_at - make_interval(mins => n), overtaken, tries, composed_at, sent_at - make_interval(mins => n), pay_days, pay_by,
       demanded_amount, currency, replace(recipient, '@', '.' || n || '@'), subject, message_id
from copy cross join contact order by n, seq;
insert into contact_item select pg_temp.of_copy(contact_id, n), pg_temp.of_copy(open_item_id, n), step, pay_by
from copy cross join contact_item order by n;
insert into journal (happened_at, kind, actor, creditor_id, debtor_id, case_number, facts)
select happened_at - make_interval(mins => n), kind, actor, creditor_id, pg_temp.of_copy(debtor_id, n), pg_temp.of_case(case_number, n), facts
from copy cross join journal where n % 5 = 0 order by n, id;

insert into act_ru_execution select pg_temp.of_copy(id_, n), rev_, pg_temp.of_copy(root_proc_inst_id_, n),
       pg_temp.of_copy(proc_inst_id_, n), pg_temp.of_case(business_key_, n), pg_temp.of_copy(parent_id_, n), proc_def_id_,
       pg_temp.of_copy(super_exec_, n), super_case_exec_, case_inst_id_, act_id_, act_inst_id_, is_active_, is_concurrent_,
       is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_, tenant_id_, proc_def_key_
from copy cross join act_ru_execution order by n;
insert into act_ru_variable select pg_temp.of_copy(id_, n), rev_, type_, name_, pg_temp.of_copy(execution_id_, n),
       pg_temp.of_copy(proc_inst_id_, n), proc_def_id_, case_execution_id_, case_inst_id_, pg_temp.of_copy(task_id_, n), batch_id_,
       bytearray_id_, double_, long_, text_, text2_, pg_temp.of_copy(var_scope_, n), sequence_counter_, is_concurrent_local_,
       tenant_id_
from copy cross join act_ru_variable order by n;
insert into act_ru_event_subscr select pg_temp.of_copy(id_, n), rev_, event_type_, event_name_, pg_temp.of_copy(execution_id_, n),
       pg_temp.of_copy(proc_inst_id_, n), activity_id_, configuration_, created_, tenant_id_
from copy cross join act_ru_event_subscr where proc_inst_id_ is not null order by n;
insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, root_proc_inst_id_, process_instance_id_, process_def_id_,
       process_def_key_, retries_, failed_act_id_, duedate_, repeat_, repeat_offset_, handler_type_, handler_cfg_, deployment_id_,
       suspension_state_, job_def_id_, priority_, sequence_counter_, create_time_)
select pg_temp.of_copy(id_, n), rev_, type_, exclusive_, pg_temp.of_copy(execution_id_, n), pg_temp.of_copy(root_proc_inst_id_, n),
       pg_temp.of_copy(process_instance_id_, n), process_def_id_, process_def_key_, retries_, failed_act_id_,
       duedate_ + make_interval(secs => n), repeat_, repeat_offset_, handler_type_, handler_cfg_, deployment_id_, suspension_state_, job_def_id_, priority_,
       sequence_counter_, create_time_
from copy cross join act_ru_job where process_instance_id_ is not null order by n;
insert into act_ru_task select pg_temp.of_copy(id_, n), rev_, pg_temp.of_copy(execution_id_, n), pg_temp.of_copy(proc_inst_id_, n),
       proc_def_id_, case_execution_id_, case_inst_id_, case_def_id_, name_, parent_task_id_, description_, task_def_key_, owner_,
       assignee_, delegation_, priority_, create_time_, last_updated_, due_date_, follow_up_date_, suspension_state_, tenant_id_,
       task_state_
from copy cross join act_ru_task order by n;

-- The sample holds nothing back: here is what is overdue and in no case, for a debit that is awaited or goods that came back.
insert into item_hold (open_item_id, reason, from_at, until_date, look_on, placed_by)
select id, case when is_back then 'RETURN_RECEIVED' else 'DIRECT_DEBIT' end, created_at,
       case when not is_back then due_date + 60 end, case when is_back then due_date + 30 end, 'system'
from (select i.*, row_number() over (order by id) % 2 = 0 as is_back from open_item i
      where i.due_date < (select max(opened_at) from dunning_case)::date
        and not exists (select from item_stay s where s.open_item_id = i.id and s.left_at is null)) held;

-- What triggers keep otherwise. The lists are read in lots, from an index that stayed.
do $$
declare
    lot uuid[];
    last uuid := '00000000-0000-0000-0000-000000000000';
begin
    create index stay on item_stay (case_id);
    create index entry on ledger_entry (open_item_id);
    analyze dunning_case, debtor, item_stay, open_item, contact_point, ledger_entry;
    loop
        lot := array(select id from dunning_case where id > last order by id limit 10000);
        exit when cardinality(lot) = 0;
        perform renew_case_words(lot);
        perform renew_case_owes(lot);
        last := lot[cardinality(lot)];
    end loop;
    drop index stay, entry;
end $$;

do $$ declare one record; begin
    for one in select * from lookups loop execute one.definition; end loop;
end $$;
set session_replication_role = origin;
vacuum analyze;

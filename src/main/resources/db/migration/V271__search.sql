-- What a case is found by: name, numbers, addresses, subjects, as words that are written in one way. It follows what it is made of by
-- itself, whoever changes that.

-- Text in lower case, without accents and what can't be seen. By list where PostgreSQL's own lower() depends on the server's locale.
-- What is plain, as nearly all is, and stays plain without its accents, takes the short way.
create function without_accents(written text) returns text immutable strict parallel safe language plpgsql as $$
declare
    bare text := written;
begin
    if octet_length(bare) > length(bare) then
        bare := regexp_replace(normalize(bare, NFKD),
            '[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u064b-\u065f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]', '', 'g');
    end if;
    if octet_length(bare) = length(bare) then
        return lower(bare collate "C");
    end if;
    return replace(replace(replace(replace(
        translate(lower(bare),
            'ıøđðłħŧςØĐÐŁĦŦÆŒÞẞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЂЈЉЊЋЏҐ',
            'ioddlhtσoddlhtæœþßαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяєіђјљњћџґ'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
end $$;

-- ö is o here, and where it is written oe, that is o, too.
create function without_umlauts(folded text) returns text immutable strict parallel safe language sql as $$
    select replace(replace(replace(folded, 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
$$;

-- What somebody looks for, as words in the same writing; punctuation within a word is left out.
create function wanted_words(written text) returns text immutable strict parallel safe language sql as $$
    select without_umlauts(btrim(regexp_replace(regexp_replace(without_accents(written),
               '[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u2000-\u206f\u20a0-\u20cf\u3000-\u303f]', '', 'g'), '\s+', ' ', 'g')))
$$;

-- What can be found, each once: every word for itself and together with what only punctuation parts from it, with umlauts in two
-- letters and without, a street's "str." in full. Begins and ends with a blank, as each word does.
create function words_to_find(written text) returns text immutable strict parallel safe language plpgsql as $$
declare
    folded text := without_accents(written);
    parted text := btrim(regexp_replace(folded,
        '[\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u2000-\u206f\u20a0-\u20cf\u3000-\u303f]+', ' ', 'g'));
    whole text := btrim(regexp_replace(regexp_replace(folded,
        '[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u2000-\u206f\u20a0-\u20cf\u3000-\u303f]', '', 'g'), '\s+', ' ', 'g'));
    found text := concat(parted, ' ', whole, ' ', rtrim(substring(parted, '\S*str(?: |$)')) || 'asse');
begin
    return ' ' || coalesce((
        select string_agg(distinct w, ' ') || ' '
        from unnest(string_to_array(concat(found, ' ', without_umlauts(found)), ' ')) w where w <> ''), '');
end $$;

create table case_words (
    case_id uuid primary key references dunning_case on delete cascade,
    name    text not null,                            -- of the debtor
    numbers text not null,                            -- of the case, its reference, its debtor, its invoices
    words   text not null                             -- all of these, his addresses, what the invoices are for
);

-- In the order of the cases, so that two who come at once wait for each other only once.
create function renew_case_words(cases uuid[]) returns void language plpgsql as $$
begin
    insert into case_words as known (case_id, name, numbers, words)
    select k.id, w.name, w.numbers, w.name || w.numbers || w.others
    from dunning_case k
    join debtor d on d.id = k.debtor_id
    cross join lateral (
        select coalesce(string_agg(i.invoice_id, ' ' order by i.due_date, i.id), '') as invoices,
               coalesce(string_agg(distinct i.subject, ' '), '') as subjects
        from case_item ci join open_item i on i.id = ci.open_item_id where ci.case_id = k.id) i
    cross join lateral (
        select coalesce(string_agg(p.value, ' ' order by p.created_at, p.id), '') as points
        from contact_point p where p.debtor_id = d.id) p
    cross join lateral (select
        words_to_find(concat_ws(' ', d.name, d.contact_name)) as name,
        words_to_find(concat_ws(' ', k.number, k.payment_reference, d.external_id, i.invoices)) as numbers,
        words_to_find(concat_ws(' ', d.street, d.postcode, d.city, p.points, i.subjects)) as others) w
    where k.id = any(cases)
    order by k.id
    on conflict (case_id) do update set name = excluded.name, numbers = excluded.numbers, words = excluded.words
    where (known.name, known.words) is distinct from (excluded.name, excluded.words);
end $$;

create function case_words_of_items() returns trigger language plpgsql as $$
begin
    perform renew_case_words(array(select distinct case_id from changed));
    return null;
end $$;
create trigger words_of_joining_items after insert on item_stay
    referencing new table as changed for each statement execute function case_words_of_items();
create trigger words_of_leaving_items after update on item_stay
    referencing new table as changed for each statement execute function case_words_of_items();

create function case_words_of_debtors() returns trigger language plpgsql as $$
begin
    perform renew_case_words(array(
        select k.id from after a join before b using (id) join dunning_case k on k.debtor_id = a.id
        where (a.name, a.contact_name, a.external_id, a.street, a.postcode, a.city)
              is distinct from (b.name, b.contact_name, b.external_id, b.street, b.postcode, b.city)));
    return null;
end $$;
create trigger words_of_changed_debtors after update on debtor
    referencing old table as before new table as after for each statement execute function case_words_of_debtors();

create function case_words_of_invoices() returns trigger language plpgsql as $$
begin
    perform renew_case_words(array(
        select distinct ci.case_id from after a join before b using (id) join case_item ci on ci.open_item_id = a.id
        where (a.invoice_id, a.subject) is distinct from (b.invoice_id, b.subject)));
    return null;
end $$;
create trigger words_of_changed_invoices after update on open_item
    referencing old table as before new table as after for each statement execute function case_words_of_invoices();

create function case_words_of_points() returns trigger language plpgsql as $$
begin
    perform renew_case_words(array(
        select distinct k.id from changed c join dunning_case k on k.debtor_id = c.debtor_id));
    return null;
end $$;
create trigger words_of_new_points after insert on contact_point
    referencing new table as changed for each statement execute function case_words_of_points();
create trigger words_of_points_that_go after delete on contact_point
    referencing old table as changed for each statement execute function case_words_of_points();

create function case_words_of_changed_points() returns trigger language plpgsql as $$
begin
    perform renew_case_words(array(
        select distinct k.id from after a join before b using (id) join dunning_case k on k.debtor_id = a.debtor_id
        where a.value <> b.value));
    return null;
end $$;
create trigger words_of_changed_points after update on contact_point
    referencing old table as before new table as after for each statement execute function case_words_of_changed_points();

-- What is open in a case, to find it by: it follows the ledger.
create table case_owes (
    case_id uuid primary key references dunning_case on delete cascade,
    amount  numeric not null                          -- in major units of the case's currency
);
create index case_by_what_it_owes on case_owes (amount);
create index ledger_by_amount on ledger_entry (abs(amount)) include (open_item_id);

create function renew_case_owes(cases uuid[]) returns void language plpgsql as $$
begin
    insert into case_owes as known (case_id, amount)
    select k.id, coalesce(sum(greatest(o.amount, 0)), 0)
    from dunning_case k
    left join case_item ci on ci.case_id = k.id
    left join lateral (select sum(e.amount) as amount from ledger_entry e where e.open_item_id = ci.open_item_id) o on true
    where k.id = any(cases)
    group by k.id order by k.id
    on conflict (case_id) do update set amount = excluded.amount where known.amount <> excluded.amount;
end $$;
create function case_owes_after_entries() returns trigger language plpgsql as $$
begin
    perform renew_case_owes(array(
        select distinct ci.case_id from changed c join case_item ci on ci.open_item_id = c.open_item_id));
    return null;
end $$;
create trigger owes_after_entries after insert on ledger_entry
    referencing new table as changed for each statement execute function case_owes_after_entries();
create function case_owes_after_stays() returns trigger language plpgsql as $$
begin
    perform renew_case_owes(array(select distinct case_id from changed));
    return null;
end $$;
create trigger owes_with_joining_items after insert on item_stay
    referencing new table as changed for each statement execute function case_owes_after_stays();
create trigger owes_without_leaving_items after update on item_stay
    referencing new table as changed for each statement execute function case_owes_after_stays();

-- What there is already, in lots.
do $$
declare
    lot uuid[];
    last uuid := '00000000-0000-0000-0000-000000000000';
begin
    loop
        lot := array(select id from dunning_case where id > last order by id limit 10000);
        exit when cardinality(lot) = 0;
        perform renew_case_words(lot);
        perform renew_case_owes(lot);
        last := lot[cardinality(lot)];
    end loop;
end $$;

set local maintenance_work_mem = '256MB';

-- Words are looked up by their parts where the server has pg_trgm and the user may bring it in; else all are read: slower, and as right.
do $$
begin
    create extension if not exists pg_trgm;
exception when others then
    raise notice 'pg_trgm can''t be brought in (%): the search of cases reads all of them', sqlerrm;
end $$;
do $$
declare
    place text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
    if place is not null then
        execute format('create index case_by_words on case_words using gin (words %I.gin_trgm_ops)', place);
        execute format('create index case_by_numbers on case_words using gin (numbers %I.gin_trgm_ops)', place);
        execute format('create index case_by_name on case_words using gin (name %I.gin_trgm_ops)', place);
    end if;
end $$;

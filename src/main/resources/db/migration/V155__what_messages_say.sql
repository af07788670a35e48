-- Where the creditor tells how personal data are handled: each message links to it.
alter table creditor add column privacy_url text;
-- Whether value added tax is no loss to him: then debtors need not bear that of a collection agency.
alter table creditor add column deducts_input_tax boolean not null default true;

-- Somebody else answers at these numbers and was told that they are not called again, whoever is said to have them.
create table number_in_peace (
    number text primary key,                          -- E.164
    since  timestamptz not null
);
create index contact_point_by_number on contact_point (value) where kind <> 'EMAIL';

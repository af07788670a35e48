-- What messages need and a creditor has not said, by the names of Essential; who says nothing of it lacks all. As long as anything
-- is missing nothing is sent for it.
alter table creditor add column missing text[] not null default '{ACCOUNT,ADDRESS,CONTACT}';

-- What is blank was never said.
update creditor set street = nullif(btrim(street), ''), postcode = nullif(btrim(postcode), ''), city = nullif(btrim(city), ''),
    email = nullif(btrim(email), ''), phone = nullif(btrim(phone), ''), website = nullif(btrim(website), ''),
    legal_notice = nullif(btrim(legal_notice), '');
update creditor_account set name = nullif(btrim(name), '');

update creditor c set missing = array_remove(array[
    case when name !~ '[^[:space:][:punct:]]' then 'NAME' end,
    case when not exists (select from creditor_account a where a.creditor_id = c.id) then 'ACCOUNT' end,
    case when coalesce(street, '') !~ '[^[:space:][:punct:]]' or coalesce(city, '') !~ '[^[:space:][:punct:]]'
           or coalesce(postcode, '') !~ '[^[:space:][:punct:]]'
              and country not in ('AE', 'AG', 'AO', 'BS', 'BW', 'BZ', 'CI', 'CM', 'FJ', 'GM', 'GY', 'HK', 'KI', 'MO', 'QA', 'RW',
                                  'SB', 'SL', 'SR', 'SY', 'TL', 'TO', 'TV', 'UG', 'VU', 'YE', 'ZW') then 'ADDRESS' end,
    case when coalesce(email, '') !~ '[^[:space:][:punct:]]' and coalesce(phone, '') !~ '[0-9].*[0-9].*[0-9]' then 'CONTACT' end
    ], null);

create index creditor_incomplete on creditor (id) where missing <> '{}';

-- Those for whom nothing is sent.
create view incomplete_creditor as select id as creditor_id, missing from creditor where missing <> '{}';

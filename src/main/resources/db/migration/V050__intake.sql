create table import (
    id          uuid primary key,
    file_hash   text not null,
    started_at  timestamptz not null,
    started_by  text not null,
    accepted    int not null default 0,
    unchanged   int not null default 0,
    rejected    int not null default 0
);

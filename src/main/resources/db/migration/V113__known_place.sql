-- Where users have logged in lately: strangers who guess elsewhere do not slow them down there.
create table known_place (
    username text not null references app_user (username) on delete cascade,
    place    text not null check (length(place) <= 45),   -- an address, or the first 64 bits of an IPv6 address
    seen_at  timestamptz not null,                        -- real time
    primary key (username, place)
);

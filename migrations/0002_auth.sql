-- The tables of better-auth 1.7.6 as its own schema generator writes them, in a schema of their own.
create schema auth;

create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "username" text constraint a_username_is_taken_once unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean
);

create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);

create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);

create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);

create table auth."twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);

create table auth."passkey" (
  "id" text not null primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);

create index session_by_user on auth."session" ("userId");
create index account_by_user on auth."account" ("userId");
create index verification_by_identifier on auth."verification" ("identifier");
create index two_factor_by_secret on auth."twoFactor" ("secret");
create index two_factor_by_user on auth."twoFactor" ("userId");
create index passkey_by_user on auth."passkey" ("userId");
create index passkey_by_credential on auth."passkey" ("credentialID");

-- Until when a session has proved its person anew, for final acts (step-up).
create table proof (
  session_id text primary key references auth."session" ("id") on delete cascade,
  until timestamptz not null
);

-- Counters of rate-limiter-flexible.
create table attempt (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

-- One-time code that opens the set-up page of an empty body; only its hash is kept.
create table setup_code (
  hash text primary key,
  made_at timestamptz not null,
  used_at timestamptz
);

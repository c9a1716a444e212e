-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nip" TEXT,
    "username" TEXT,
    "display_username" TEXT,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "phone" TEXT,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(6),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "person_id" UUID NOT NULL,
    "post_id" UUID,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(6),
    "refresh_token_expires_at" TIMESTAMPTZ(6),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "issued_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "report_types" TEXT[],
    "office_ids" UUID[],
    "region" BOOLEAN NOT NULL DEFAULT false,
    "from" DATE NOT NULL,
    "to" DATE,
    "acting_for" TEXT,
    "acting" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "owner_id" UUID NOT NULL,
    "scopes" TEXT[],
    "report_types" TEXT[],
    "office_ids" UUID[],
    "region" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "last_used_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT,
    "confidence" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "path" UUID[],

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_span" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "urusan" TEXT[],
    "from" DATE NOT NULL,
    "to" DATE,

    CONSTRAINT "office_span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "form_version" (
    "form" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by" TEXT NOT NULL,

    CONSTRAINT "form_version_pkey" PRIMARY KEY ("form","version")
);

-- CreateTable
CREATE TABLE "rule_set" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_by" TEXT,
    "approved_at" TIMESTAMPTZ(6),

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period" (
    "form" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(6) NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "closes_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "period_pkey" PRIMARY KEY ("form","key")
);

-- CreateTable
CREATE TABLE "wave" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from_period" TEXT NOT NULL,
    "office_ids" UUID[],
    "report_types" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "row_assignment" (
    "id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "office_id" UUID,
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "from_year" INTEGER NOT NULL,
    "to_year" INTEGER,

    CONSTRAINT "row_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "extended_to" TIMESTAMPTZ(6),
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "report_type" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "form_version" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "submitted_from" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "progress" JSONB NOT NULL DEFAULT '{}',
    "progress_version" INTEGER NOT NULL DEFAULT -1,
    "due_at" TIMESTAMPTZ(6),
    "return_due_at" TIMESTAMPTZ(6),
    "origin" TEXT NOT NULL DEFAULT 'filed',
    "claimed_by" TEXT,
    "claimed_at" TIMESTAMPTZ(6),
    "reviewed_by" TEXT,
    "open_anchors" TEXT[],
    "open_all" BOOLEAN NOT NULL DEFAULT true,
    "latest_revision" INTEGER,
    "approved_revision" INTEGER,
    "recheck" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(6),
    "status_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status_by" TEXT NOT NULL DEFAULT 'system',

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_row" (
    "submission_id" UUID NOT NULL,
    "table_id" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "answer_row_pkey" PRIMARY KEY ("submission_id","table_id","row_id")
);

-- CreateTable
CREATE TABLE "answer_change" (
    "change_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "table_id" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "op" TEXT NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "actor" TEXT NOT NULL,
    "device" TEXT,
    "device_at" TIMESTAMPTZ(6),
    "via" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_change_pkey" PRIMARY KEY ("change_id")
);

-- CreateTable
CREATE TABLE "revision" (
    "submission_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "rule_set" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "last_change" INTEGER NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("submission_id","n")
);

-- CreateTable
CREATE TABLE "figure" (
    "submission_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" DECIMAL,
    "why" TEXT,
    "raw" DECIMAL,
    "numerator" DECIMAL,
    "denominator" DECIMAL,
    "unit" TEXT NOT NULL,
    "band" JSONB,
    "basis" TEXT,
    "derivation" JSONB NOT NULL,
    "rule_set" TEXT NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("submission_id","n","code","row")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "anchor" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "revision" INTEGER,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answers" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "anchor" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "date" DATE,
    "page" TEXT NOT NULL DEFAULT '',
    "file_name" TEXT NOT NULL,
    "media" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "replaces" UUID,
    "removed_at" TIMESTAMPTZ(6),
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tick" (
    "submission_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tick_pkey" PRIMARY KEY ("submission_id","n","anchor")
);

-- CreateTable
CREATE TABLE "event" (
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "prev" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("stream","seq")
);

-- CreateTable
CREATE TABLE "event_head" (
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "event_head_pkey" PRIMARY KEY ("stream")
);

-- CreateTable
CREATE TABLE "seal" (
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "heads" JSONB NOT NULL,
    "prev" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("n")
);

-- CreateTable
CREATE TABLE "idempotent_answer" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("actor","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_nip_key" ON "person"("nip");

-- CreateIndex
CREATE UNIQUE INDEX "person_username_key" ON "person"("username");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_post_id_idx" ON "session"("post_id");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "one_time_code_person_id_idx" ON "one_time_code"("person_id");

-- CreateIndex
CREATE INDEX "post_person_id_idx" ON "post"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_owner_id_idx" ON "api_key"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_code_key" ON "office"("code");

-- CreateIndex
CREATE INDEX "office_path_idx" ON "office" USING GIN ("path");

-- CreateIndex
CREATE INDEX "office_span_office_id_from_idx" ON "office_span"("office_id", "from");

-- CreateIndex
CREATE INDEX "office_span_parent_id_idx" ON "office_span"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_set_year_version_key" ON "rule_set"("year", "version");

-- CreateIndex
CREATE INDEX "row_assignment_form_row_idx" ON "row_assignment"("form", "row");

-- CreateIndex
CREATE INDEX "row_assignment_office_id_idx" ON "row_assignment"("office_id");

-- CreateIndex
CREATE INDEX "obligation_form_period_idx" ON "obligation"("form", "period");

-- CreateIndex
CREATE INDEX "obligation_due_at_id_idx" ON "obligation"("due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_office_id_form_period_key" ON "obligation"("office_id", "form", "period");

-- CreateIndex
CREATE INDEX "submission_form_form_version_idx" ON "submission"("form", "form_version");

-- CreateIndex
CREATE INDEX "submission_status_due_at_id_idx" ON "submission"("status", "due_at", "id");

-- CreateIndex
CREATE INDEX "submission_due_at_id_idx" ON "submission"("due_at", "id");

-- CreateIndex
CREATE INDEX "submission_office_id_due_at_id_idx" ON "submission"("office_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "submission_report_type_due_at_id_idx" ON "submission"("report_type", "due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_office_id_form_period_number_key" ON "submission"("office_id", "form", "period", "number");

-- CreateIndex
CREATE INDEX "answer_change_submission_id_table_id_row_id_field_idx" ON "answer_change"("submission_id", "table_id", "row_id", "field");

-- CreateIndex
CREATE UNIQUE INDEX "answer_change_submission_id_seq_key" ON "answer_change"("submission_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "revision_receipt_key" ON "revision"("receipt");

-- CreateIndex
CREATE INDEX "revision_rule_set_idx" ON "revision"("rule_set");

-- CreateIndex
CREATE INDEX "figure_form_period_code_row_idx" ON "figure"("form", "period", "code", "row");

-- CreateIndex
CREATE INDEX "figure_office_id_idx" ON "figure"("office_id");

-- CreateIndex
CREATE INDEX "note_submission_id_status_idx" ON "note"("submission_id", "status");

-- CreateIndex
CREATE INDEX "attachment_submission_id_idx" ON "attachment"("submission_id");

-- CreateIndex
CREATE INDEX "attachment_sha256_idx" ON "attachment"("sha256");

-- CreateIndex
CREATE INDEX "event_at_idx" ON "event"("at");

-- CreateIndex
CREATE INDEX "idempotent_answer_at_idx" ON "idempotent_answer"("at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_span" ADD CONSTRAINT "office_span_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_span" ADD CONSTRAINT "office_span_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "row_assignment" ADD CONSTRAINT "row_assignment_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_form_form_version_fkey" FOREIGN KEY ("form", "form_version") REFERENCES "form_version"("form", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_row" ADD CONSTRAINT "answer_row_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_change" ADD CONSTRAINT "answer_change_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_rule_set_fkey" FOREIGN KEY ("rule_set") REFERENCES "rule_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_submission_id_n_fkey" FOREIGN KEY ("submission_id", "n") REFERENCES "revision"("submission_id", "n") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tick" ADD CONSTRAINT "tick_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tick" ADD CONSTRAINT "tick_submission_id_n_fkey" FOREIGN KEY ("submission_id", "n") REFERENCES "revision"("submission_id", "n") ON DELETE RESTRICT ON UPDATE CASCADE;

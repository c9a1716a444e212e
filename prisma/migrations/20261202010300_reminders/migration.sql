-- That somebody asked an office for what it owes: once a day and obligation.
CREATE TABLE "reminder" (
  "obligation_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "message" TEXT NOT NULL DEFAULT '',
  "by" TEXT NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL,

  CONSTRAINT "reminder_pkey" PRIMARY KEY ("obligation_id", "day"),
  CONSTRAINT "reminder_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
REVOKE UPDATE, DELETE ON "reminder" FROM sepakat_app;

-- What a person is told on a day: one of a kind, and of an obligation where somebody asked for it.
CREATE TABLE "notice" (
  "id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "about" TEXT NOT NULL DEFAULT '',
  "lines" JSONB NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL,
  "read_at" TIMESTAMPTZ(6),
  "mail" TEXT NOT NULL DEFAULT 'none',
  "mail_at" TIMESTAMPTZ(6),

  CONSTRAINT "notice_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "notice_kind" CHECK ("kind" IN ('reminder', 'asked', 'digest', 'escalation')),
  CONSTRAINT "notice_mail" CHECK ("mail" IN ('none', 'waiting', 'sent', 'refused', 'stale')),
  CONSTRAINT "notice_about" CHECK (("about" <> '') = ("kind" = 'asked'))
);
CREATE UNIQUE INDEX "notice_person_id_kind_day_about_key" ON "notice"("person_id", "kind", "day", "about");
CREATE INDEX "notice_person_id_at_id_idx" ON "notice"("person_id", "at", "id");
CREATE INDEX "notice_at_idx" ON "notice"("at");
CREATE INDEX "notice_waiting" ON "notice"("id") WHERE "mail" = 'waiting';
CREATE INDEX "notice_unread" ON "notice"("person_id") WHERE "read_at" IS NULL;
CREATE INDEX "notice_asked" ON "notice"("about", "day") WHERE "kind" = 'asked';

-- A day whose notices by the calendar were all written, in that transaction.
CREATE TABLE "notice_day" (
  "day" DATE NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL,

  CONSTRAINT "notice_day_pkey" PRIMARY KEY ("day")
);
REVOKE UPDATE, DELETE ON "notice_day" FROM sepakat_app;

-- Where mail to a person goes, and of which kinds of notices.
CREATE TABLE "mailbox" (
  "person_id" UUID NOT NULL,
  "address" TEXT,
  "without" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  "version" INTEGER NOT NULL DEFAULT 1,
  "refused_at" TIMESTAMPTZ(6),
  "refusal" TEXT NOT NULL DEFAULT '',

  CONSTRAINT "mailbox_pkey" PRIMARY KEY ("person_id"),
  CONSTRAINT "mailbox_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mailbox_refused" ON "mailbox"("refused_at") WHERE "refused_at" IS NOT NULL;

-- Messages to programs (decision 0119): to whom, what was said, and each time it was tried. Secrets are encrypted under the installation's secret.
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "types" TEXT[],
    "key_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "former_secret" TEXT,
    "former_until" TIMESTAMPTZ(6),
    "failing_since" TIMESTAMPTZ(6),
    "delivered_at" TIMESTAMPTZ(6),
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_former" CHECK (("former_secret" IS NULL) = ("former_until" IS NULL))
);
CREATE INDEX "webhook_key_id_idx" ON "webhook"("key_id");
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- `tried`: how often in all; `tried_before`: how often before it was last asked to be sent anew.
CREATE TABLE "webhook_message" (
    "webhook_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "tried" INTEGER NOT NULL DEFAULT 0,
    "tried_before" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(6),

    CONSTRAINT "webhook_message_pkey" PRIMARY KEY ("webhook_id","id"),
    CONSTRAINT "webhook_message_status" CHECK ("status" IN ('waiting','delivered','failed')),
    CONSTRAINT "webhook_message_next" CHECK (("status" = 'waiting') = ("next_at" IS NOT NULL))
);
CREATE INDEX "webhook_message_webhook_id_at_id_idx" ON "webhook_message"("webhook_id", "at" DESC, "id" DESC);
CREATE INDEX "webhook_message_waiting" ON "webhook_message"("next_at") WHERE "status" = 'waiting';
CREATE INDEX "webhook_message_at_idx" ON "webhook_message"("at");
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "webhook_attempt" (
    "webhook_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "took_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "problem" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("webhook_id","message_id","n"),
    CONSTRAINT "webhook_attempt_ended" CHECK (("status" IS NULL) <> ("problem" IS NULL))
);
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_webhook_id_message_id_fkey" FOREIGN KEY ("webhook_id", "message_id") REFERENCES "webhook_message"("webhook_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

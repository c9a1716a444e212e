-- CreateTable
CREATE TABLE "device_key" (
    "person_id" UUID NOT NULL,
    "device" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_key_pkey" PRIMARY KEY ("person_id","device")
);

-- AddForeignKey
ALTER TABLE "device_key" ADD CONSTRAINT "device_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A key that changed or went would lock what a device keeps for ever.
REVOKE UPDATE, DELETE, TRUNCATE ON "device_key" FROM sepakat_app;

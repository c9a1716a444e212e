-- A message that its key may not read any more is refused and not sent (decision 0119).
ALTER TABLE "webhook_message" DROP CONSTRAINT "webhook_message_status";
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_status" CHECK ("status" IN ('waiting','delivered','failed','refused'));

CREATE TYPE "public"."reply_status" AS ENUM('streaming', 'done', 'failed', 'aborted');--> statement-breakpoint
CREATE TYPE "public"."session_medium" AS ENUM('face', 'voice', 'text');--> statement-breakpoint
CREATE TABLE "replies" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"session_id" text NOT NULL,
	"vendor" text NOT NULL,
	"status" "reply_status" DEFAULT 'streaming' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"prompt_tokens" integer,
	"reply_tokens" integer
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "medium" "session_medium" DEFAULT 'face' NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "replies_user_created" ON "replies" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "replies_created" ON "replies" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "replies_session" ON "replies" USING btree ("session_id");
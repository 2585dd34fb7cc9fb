ALTER TABLE `billing_subscriptions` ADD `pause_at_period_end` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `billing_subscriptions` ADD `resumes_at` integer;
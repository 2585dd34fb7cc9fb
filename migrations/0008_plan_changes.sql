ALTER TABLE `billing_subscriptions` ADD `pending_product_id` text;--> statement-breakpoint
ALTER TABLE `billing_subscriptions` ADD `pending_at` integer;
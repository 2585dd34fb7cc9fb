CREATE TABLE `mcp_clients` (
	`client_id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`read_at` integer,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mcp_clients_expiry` ON `mcp_clients` (`expires_at`);
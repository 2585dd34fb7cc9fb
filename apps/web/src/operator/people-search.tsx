import { Group, TextInput } from "@mantine/core";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/links.tsx";

/** Looks for people; a plain form, so that it works without scripts and the address can be kept. */
export function PeopleSearch({ path, search }: { path: string; search: string }) {
  return (
    <search>
      <form method="get" action={path}>
        <Group mb="md" align="flex-end" gap="xs">
          <TextInput
            name="search"
            label="Name, e-mail or id"
            defaultValue={search}
            maxLength={200}
            type="search"
            flex="1 1 220px"
            maw={360}
          />
          <Button type="submit" variant="default">
            Search
          </Button>
          {search && <TextLink href={path}>Everybody</TextLink>}
        </Group>
      </form>
    </search>
  );
}

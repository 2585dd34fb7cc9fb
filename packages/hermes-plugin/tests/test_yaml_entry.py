"""What happens to somebody's config.yaml."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import yaml_entry  # noqa: E402

URL = "https://links.example.com/api/mcp"
REALISTIC = """\
# My Hermes. Do not touch the order!
model:
  default: "anthropic/claude"   # fast one
  base_url: https://openrouter.ai/api/v1

personality: |
  You are helpful.
  mcp_servers: this is only text
    clawlink: and so is this
mcp_servers:   # servers
    # the files of this machine
    filesystem:
        command: "npx"
        args: ["-y", "@modelcontextprotocol/server-filesystem", "/home/me"]
        env: {}

    'github':
        url: "https://api.githubcopilot.com/mcp/"
        headers:
            Authorization: "Bearer ${GITHUB_TOKEN}"

# what the terminal may do
terminal:
  backend: local
  timeout: 180
"""


def added(text: str) -> str:
    return yaml_entry.with_entry(text, URL, "KEY")


class AddingTests(unittest.TestCase):
    def test_adds_one_block_and_touches_no_other_byte(self):
        after = added(REALISTIC)
        block = (
            "    clawlink:\n"
            f'        url: "{URL}"\n'
            "        headers:\n"
            '            x-clawlink-api-key: "KEY"\n'
            "        timeout: 180\n"
            "        connect_timeout: 60\n"
        )
        self.assertEqual(after.replace(block, ""), REALISTIC)
        self.assertEqual(after.count(block), 1)
        self.assertLess(after.index(block), after.index("terminal:"))

    def test_taking_it_out_again_gives_the_file_back(self):
        for text in (REALISTIC, REALISTIC.replace("\n", "\r\n"), "a: 1\nmcp_servers:\n  x:\n    command: y"):
            with self.subTest(text=text[:30]):
                without = yaml_entry.without_entry(added(text))
                self.assertEqual(without.rstrip("\r\n"), text.rstrip("\r\n"))

    def test_replacing_keeps_the_place_and_the_neighbours(self):
        once = added(REALISTIC)
        again = yaml_entry.with_entry(once, "https://other.example.com/api/mcp", "OTHER")
        self.assertEqual(again.count("clawlink:"), 2)  # ours, and the word in the text above
        self.assertNotIn(URL, again)
        self.assertEqual(yaml_entry.entry_of(again), {"url": "https://other.example.com/api/mcp", "key": "OTHER"})
        self.assertEqual(yaml_entry.without_entry(again), yaml_entry.without_entry(once))

    def test_replacing_leaves_a_neighbours_comment(self):
        text = "mcp_servers:\n  clawlink:\n    url: 'x'\n\n  # about b\n  b:\n    command: c\n"
        self.assertTrue(added(text).endswith("\n  # about b\n  b:\n    command: c\n"))

    def test_keeps_windows_line_endings(self):
        after = added(REALISTIC.replace("\n", "\r\n"))
        self.assertNotIn("\n", after.replace("\r\n", ""))

    def test_works_on_a_file_without_the_section_or_with_an_empty_one(self):
        for text in ("", "model: x", "model: x\n", "mcp_servers:\n", "mcp_servers: {}\n", "mcp_servers: {} # none\nz: 1\n",
                     "mcp_servers:\nz: 1\n", "---\nmodel: x\n", "# only a comment\n", "mcp_servers: null\n"):
            with self.subTest(text=text):
                after = added(text)
                self.assertEqual(yaml_entry.entry_of(after), {"url": URL, "key": "KEY"})
                self.assertEqual(added(after), after)
                for line in text.splitlines():
                    if line.strip() and "mcp_servers" not in line:
                        self.assertIn(line, after.splitlines())

    def test_quotes_what_a_hostile_server_might_send(self):
        key = 'a"\nmodel: evil\n\\ # x'
        after = yaml_entry.with_entry("model: good\n", URL, key)
        self.assertEqual(yaml_entry.entry_of(after)["key"], key)
        self.assertEqual([line for line in after.splitlines() if line.startswith("model")], ["model: good"])

    def test_finds_the_entry_other_tools_wrote(self):
        for text in (
            'mcp_servers:\n  "clawlink":\n    url: https://a/api/mcp\n    headers: \n      x-clawlink-api-key: abc\n',
            "mcp_servers:\n  clawlink:\n    url: 'https://a/api/mcp' # here\n    headers:\n      \"x-clawlink-api-key\": 'abc'\n",
        ):
            with self.subTest(text=text):
                self.assertEqual(yaml_entry.entry_of(text), {"url": "https://a/api/mcp", "key": "abc"})


class RefusingTests(unittest.TestCase):
    def test_refuses_what_it_is_not_certain_about(self):
        for text in (
            "mcp_servers: {github: {command: x}}\n",
            "mcp_servers: &anchor\n  a:\n    command: x\n",
            "mcp_servers: *other\n",
            "mcp_servers:\n  - a\n  - b\n",
            "mcp_servers:\n  a:\n    command: x\nmodel: y\nmcp_servers:\n  b:\n    command: x\n",
            "mcp_servers:\n  clawlink:\n    url: a\n  clawlink:\n    url: b\n",
            "mcp_servers:\n\ta:\n\t\tcommand: x\n",
            "{model: x, mcp_servers: {}}\n",
            "a: 1\n---\nb: 2\n",
            "mcp_servers:\n    a:\n        command: x\n  b:\n    command: y\n",
        ):
            with self.subTest(text=text):
                with self.assertRaises(yaml_entry.UnclearConfig):
                    added(text)


if __name__ == "__main__":
    unittest.main()

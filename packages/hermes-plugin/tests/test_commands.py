"""The commands as a person runs them, against a ClawLink on loopback."""

import contextlib
import importlib.util
import io
import os
import stat
import sys
import tempfile
import unittest
from datetime import timedelta
from pathlib import Path
from unittest import mock

PLUGIN = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PLUGIN))

import commands  # noqa: E402
import config_file  # noqa: E402
import yaml_entry  # noqa: E402
from tests.fake_clawlink import FakeClawLink  # noqa: E402

BEFORE = "# mine\nmodel: x  # keep\r\nmcp_servers:\r\n  other:\r\n    command: y\r\n"
SESSIONS = "/api/hermes/bootstrap-sessions"


class CommandTests(unittest.TestCase):
    def setUp(self):
        self.clawlink = FakeClawLink()
        self.addCleanup(self.clawlink.stop)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        self.config = self.home / "config.yaml"
        values = {"HERMES_HOME": str(self.home), "CLAWLINK_BASE_URL": self.clawlink.url, "PATH": str(self.home)}
        patched = mock.patch.dict(os.environ, values)
        patched.start()
        self.addCleanup(patched.stop)
        commands.POLL_SECONDS = 0.01

    def run_command(self, name):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            code = commands.run(name)
        self.assertNotIn(self.clawlink.key, printed.getvalue())
        return code, printed.getvalue()

    def backups(self):
        return sorted(self.home.glob("config.yaml.clawlink-*.bak"))

    def paired(self):
        self.clawlink.status = "approved"
        self.run_command("begin")
        return self.run_command("finish")

    def test_begin_and_finish_install_the_key_and_keep_the_rest(self):
        self.config.write_bytes(BEFORE.encode())
        code, printed = self.run_command("begin")
        self.assertEqual(code, 0)
        self.assertIn(f"{self.clawlink.url}/hermes/approve/{self.clawlink.session_id}", printed)
        self.assertEqual(self.config.read_bytes(), BEFORE.encode())
        code, printed = self.run_command("finish")
        self.assertEqual((code, "Not approved yet" in printed), (1, True))
        self.clawlink.status = "approved"
        code, _ = self.run_command("finish")
        self.assertEqual(code, 0)
        text = self.config.read_bytes().decode()
        self.assertEqual(yaml_entry.entry_of(text), {"url": f"{self.clawlink.url}/api/mcp", "key": self.clawlink.key})
        self.assertEqual(yaml_entry.without_entry(text), BEFORE)
        self.assertEqual(self.clawlink.asked("POST", f"{SESSIONS}/{self.clawlink.session_id}/consume"), 1)
        self.assertEqual([backup.read_bytes() for backup in self.backups()], [BEFORE.encode()])
        self.assertFalse((self.home / "clawlink-pairing.json").exists())

    def test_files_with_secrets_are_their_owners_alone(self):
        self.run_command("begin")
        self.assertEqual(stat.S_IMODE((self.home / "clawlink-pairing.json").stat().st_mode), 0o600)
        self.config.write_text("a: 1\n")
        self.clawlink.status = "approved"
        self.run_command("finish")
        for file in [self.config, *self.backups()]:
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)

    def test_setup_waits_until_the_person_approves(self):
        answers = iter(["pending_approval", "pending_approval", "approved"])

        def approve(*_args):
            self.clawlink.status = next(answers, "approved")

        with mock.patch.object(commands.time, "sleep", approve):
            code, _ = self.run_command("setup")
        self.assertEqual(code, 0)
        self.assertEqual(self.run_command("test")[0], 0)

    def test_an_interrupted_pairing_goes_on_with_the_same_link(self):
        self.run_command("begin")
        _, printed = self.run_command("begin")
        self.assertIn("Going on", printed)
        self.assertEqual(self.clawlink.asked("POST", SESSIONS), 1)

        def interrupt(*_args):
            raise KeyboardInterrupt

        with mock.patch.object(commands.time, "sleep", interrupt):
            code, printed = self.run_command("setup")
        self.assertEqual((code, "same link" in printed), (1, True))
        self.assertEqual(self.clawlink.asked("POST", SESSIONS), 1)

    def test_a_key_that_does_not_work_is_rolled_back(self):
        self.config.write_text("a: 1\n")
        self.clawlink.tools = 3
        code, printed = self.paired()
        self.assertEqual(code, 1)
        self.assertIn("3 tools", printed)
        self.assertEqual(self.config.read_text(), "a: 1\n")
        self.clawlink.tools = 11
        self.assertEqual(self.run_command("finish")[0], 0)

    def test_without_a_file_before_there_is_none_after_a_rollback(self):
        self.clawlink.tools = 0
        self.assertEqual(self.paired()[0], 1)
        self.assertFalse(self.config.exists())

    def test_a_configuration_it_cannot_read_is_left_alone_before_anybody_is_asked(self):
        for text in (b"mcp_servers: {a: {command: x}}\n", b"\xff\xfe\x00", b"a:\n\tb: 1\n"):
            with self.subTest(text=text):
                self.config.write_bytes(text)
                code, printed = self.run_command("setup")
                self.assertEqual(code, 1)
                self.assertIn("left as it is", printed)
                self.assertEqual(self.config.read_bytes(), text)
                self.assertEqual(self.clawlink.seen, [])

    def test_each_end_of_a_session_starts_over(self):
        for status in ("expired", "rejected", "consumed"):
            with self.subTest(status=status):
                self.clawlink.status = "pending_approval"
                self.run_command("begin")
                self.clawlink.status = status
                code, printed = self.run_command("finish")
                self.assertEqual((code, "begin" in printed), (1, True))
                self.assertIn("No approval is under way", self.run_command("finish")[1])

    def test_an_expired_link_is_not_resumed(self):
        self.clawlink.expires_in = timedelta(seconds=-1)
        self.run_command("begin")
        self.run_command("begin")
        self.assertEqual(self.clawlink.asked("POST", SESSIONS), 2)

    def test_repair_gives_a_new_key_and_begin_does_not(self):
        self.paired()
        old = self.clawlink.key
        self.assertIn("works", self.run_command("begin")[1])
        self.clawlink.key = old[:-4] + "beef"
        self.clawlink.status = "approved"
        self.assertEqual(self.run_command("repair")[0], 0)
        self.assertEqual(yaml_entry.entry_of(self.config.read_text())["key"], self.clawlink.key)
        self.assertEqual(self.clawlink.revoked, [old])

    def test_repair_says_so_when_the_old_key_cannot_be_revoked_and_sends_it_to_no_other_clawlink(self):
        self.paired()
        self.clawlink.key = self.clawlink.key[:-4] + "beef"
        self.clawlink.status = "approved"
        self.clawlink.failing["DELETE /api/agent/key"] = (503, {"error": "Not now."})
        code, printed = self.run_command("repair")
        self.assertEqual((code, "Devices and keys" in printed), (0, True))
        self.config.write_text(self.config.read_text().replace(self.clawlink.url, "https://links.example.com"))
        self.clawlink.key = self.clawlink.key[:-4] + "f00d"
        self.clawlink.status = "approved"
        asked = self.clawlink.asked("DELETE", "/api/agent/key")
        self.assertEqual(self.run_command("repair")[0], 0)
        self.assertEqual(self.clawlink.asked("DELETE", "/api/agent/key"), asked)

    def test_status_and_test_say_how_it_stands(self):
        self.assertEqual(self.run_command("status")[0], 1)
        self.assertIn("not configured", self.run_command("test")[1])
        self.paired()
        code, printed = self.run_command("status")
        self.assertEqual((code, self.clawlink.key[-4:] in printed), (0, True))
        self.clawlink.event_stream = True
        self.assertEqual(self.run_command("test")[0], 0)
        self.clawlink.event_stream = False
        self.clawlink.key = "cllk_live_other"
        code, printed = self.run_command("test")
        self.assertEqual((code, "repair" in printed), (1, True))

    def test_a_redirect_gets_no_key(self):
        self.paired()
        other = FakeClawLink()
        self.addCleanup(other.stop)

        def redirect(handler):
            handler.send_response(307)
            handler.send_header("location", f"{other.url}/api/mcp")
            handler.send_header("content-length", "0")
            handler.end_headers()

        self.clawlink.failing["POST /api/mcp"] = (307, redirect)
        self.assertEqual(self.run_command("test")[0], 1)
        self.assertEqual(other.seen, [])

    def test_an_installation_that_points_to_plain_http_elsewhere_is_refused(self):
        self.clawlink.install_url = "http://links.example.com/api/mcp"
        self.assertEqual(self.paired()[0], 1)
        self.assertFalse(self.config.exists())

    def test_a_saved_pairing_that_polls_elsewhere_is_not_used(self):
        self.run_command("begin")
        file = self.home / "clawlink-pairing.json"
        file.write_text(file.read_text().replace(f'"poll_url": "{self.clawlink.url}', '"poll_url": "https://evil.example.com'))
        self.assertIn("No approval is under way", self.run_command("finish")[1])

    def test_says_so_when_clawlink_is_away_or_something_else_answers(self):
        self.clawlink.failing[f"POST {SESSIONS}"] = (200, "<html>")
        self.assertIn("not ClawLink", self.run_command("begin")[1])
        self.clawlink.failing[f"POST {SESSIONS}"] = (429, {"error": "Too many."})
        self.assertIn("Too many.", self.run_command("begin")[1])
        with mock.patch.dict(os.environ, {"CLAWLINK_BASE_URL": "http://127.0.0.1:9"}):
            self.assertIn("cannot be reached", self.run_command("begin")[1])
        with mock.patch.dict(os.environ, {"CLAWLINK_BASE_URL": "http://links.example.com"}):
            self.assertIn("https", self.run_command("begin")[1])

    def test_keeps_five_backups_and_a_link_to_the_file(self):
        real = self.home / "dotfiles.yaml"
        real.write_text("a: 1\n")
        self.config.symlink_to(real)
        for number in range(8):
            before = config_file.read_config()
            config_file.write_config(before, f"a: {number}\n")
        self.assertTrue(self.config.is_symlink())
        self.assertEqual(real.read_text(), "a: 7\n")
        self.assertEqual(len(list(self.home.glob("dotfiles.yaml.clawlink-*.bak"))), 5)

    def test_does_not_overwrite_what_somebody_wrote_meanwhile(self):
        self.config.write_text("a: 1\n")
        with self.assertRaises(config_file.Changed):
            config_file.write_config("a: 0\n", "a: 2\n")
        self.assertEqual(self.config.read_text(), "a: 1\n")

    def test_an_unknown_command_is_named(self):
        self.assertEqual(self.run_command("dance")[0], 2)


class FakeHermes:
    """What Hermes hands to a plugin."""

    def __init__(self):
        self.cli = {}
        self.slash = {}
        self.skills = {}

    def register_cli_command(self, name, help, setup_fn, handler_fn):
        self.cli[name] = (setup_fn, handler_fn)

    def register_command(self, name, handler, description):
        self.slash[name] = handler

    def register_skill(self, name, path):
        self.skills[name] = path


class RegisterTests(unittest.TestCase):
    def test_hermes_gets_the_six_commands_and_the_skill(self):
        import argparse

        spec = importlib.util.spec_from_file_location(
            "hermes_plugins_clawlink", PLUGIN / "__init__.py", submodule_search_locations=[str(PLUGIN)]
        )
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        hermes = FakeHermes()
        module.register(hermes)
        parser = argparse.ArgumentParser()
        hermes.cli["clawlink"][0](parser)
        for name in ("begin", "finish", "setup", "status", "test", "repair"):
            self.assertEqual(parser.parse_args([name]).action, name)
        self.assertTrue(Path(hermes.skills["clawlink"]).read_text().startswith("---\nname: clawlink\n"))
        with tempfile.TemporaryDirectory() as home, mock.patch.dict(os.environ, {"HERMES_HOME": home}):
            with contextlib.redirect_stdout(io.StringIO()):
                self.assertIn("not done", hermes.slash["clawlink"]("status"))


if __name__ == "__main__":
    unittest.main()

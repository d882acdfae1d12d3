"""Build the site into a folder of its own and put it in place when it is whole: a build that fails changes nothing."""

from pathlib import Path

from scripts import check as checks
from scripts import git, verify, version
from scripts.build import cards, kit, linked_data, policy, search, year
from scripts.build.lessons import archives, sheets
from scripts.build.rounds import write_pages
from scripts.content import promises, settings
from scripts.files import replacing
from scripts.optimise import twins
from scripts.progress import Step, silent
from scripts.report import Finding, Refused, has_errors
from scripts.words import phrase


def build(root: Path, target: Path, *, published: bool = True, step: Step = silent, **changes: object) -> list[Finding]:
    """Check and build the site in `root`, with `changes` over its settings, and put it at `target`.

    When it is not to be `published`, only looked at, it is there sooner: not made lighter, and without a policy, which
    would stop the script that follows changes.
    Each `step` is told of. Returns the warnings. Raises `Refused` when there are errors; `target` is then as it was.
    """
    config = settings.load(root, **changes)
    with step(phrase("build.check")):
        ours, findings = checks.run(settings.settings(config))
    if has_errors(findings):
        raise Refused(findings)
    built, said = git.commit(root), policy.meta if published else None
    config.extra |= {"content": ours, "commit": built, "policy": said}
    with replacing(target) as site:
        config.site_dir = str(site)
        with step(phrase("build.kit")):
            kit.write(ours, site)  # before the pages, which say how heavy it is
        with step(phrase("build.pages")):
            write_pages(config, len(ours.pages))
            promises.write(ours, site, said)
        with step(phrase("build.rest")):
            search.write(site)
            cards.write(ours, site)
            sheets.write(ours, site)
            year.write(ours, site)
            linked_data.write(ours, site)
        policy.publish(ours, site)
        if published:
            with step(phrase("build.lighter")):
                twins.write(site, root / ".cache/twins")
        archives.write(ours, site)  # hold pages and styles as they are in the end
        version.write_version(site, built.name, ours.settings.today)
        with step(phrase("build.verify")):
            broken = verify.verify(site, root)[1] if published else verify.acting(site, ours.settings.site_url)
        if has_errors(broken):
            raise Refused(broken)
    return findings

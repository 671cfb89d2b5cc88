from routekaart.directory import (
    FilledBy,
    IndexUse,
    Organisation,
    Partner,
    ReferralIndex,
    RoleBinding,
    RoleLevel,
)
from tests.support.regions import directory, role

LOCAL = RoleBinding("team", "dorpsteam", ("dorp",))
REGIONAL = RoleBinding("team", "regioteam")


def ids(partners: tuple[Partner, ...]) -> list[str]:
    return [one.id for one in partners]


def test_given_local_and_regional_binding_when_asked_then_local_goes_first():
    here = directory(LOCAL, REGIONAL, roles=(role("team", "landelijk"),), national=("landelijk",))
    assert ids(here.for_role("team", "dorp")) == ["dorpsteam"]
    assert ids(here.for_role("team", "stad")) == ["regioteam"]
    assert ids(here.for_role("team")) == ["regioteam"]


def test_given_no_binding_when_asked_then_the_national_partner_fills_the_role():
    here = directory(roles=(role("team", "landelijk"),), national=("landelijk",))
    assert ids(here.for_role("team", "stad")) == ["landelijk"]
    assert here.filling("team").by is FilledBy.NATIONAL


def test_given_nobody_when_asked_then_the_role_is_a_gap():
    here = directory(roles=(role("team"),))
    assert here.filling("team").by is FilledBy.NOBODY
    assert [(gap.role.id, gap.municipality) for gap in here.gaps(["team"])] == [("team", None)]


def test_given_a_role_filled_in_one_municipality_when_gaps_are_asked_then_the_other_is_named():
    here = directory(LOCAL, roles=(role("team"),))
    assert [gap.municipality for gap in here.gaps(["team"])] == ["stad"]
    assert here.gaps(["team"], "dorp") == ()
    assert [gap.municipality for gap in here.gaps(["team"], "stad")] == ["stad"]


def test_given_no_municipality_when_a_role_is_only_filled_locally_then_all_local_partners_come():
    here = directory(LOCAL, RoleBinding("team", "wijkteam", ("stad",)), roles=(role("team"),))
    assert ids(here.for_role("team")) == ["dorpsteam", "wijkteam"]


def test_given_a_role_of_the_own_organisation_when_gaps_are_asked_then_it_is_none_of_the_regions():
    here = directory(roles=(role("collega", level=RoleLevel.ORGANISATION),))
    assert here.gaps(["collega"]) == ()


def test_given_an_organisation_when_its_own_people_fill_a_role_then_they_go_first():
    school = Organisation("school", "School", "onderwijs", partners=(Partner("ib", "IB", roles=("collega",)),))
    here = directory(RoleBinding("collega", "regio"), roles=(role("collega"),), organisations={"school": school})
    assert ids(here.for_role("collega")) == ["regio"]
    assert ids(here.within("school").for_role("collega")) == ["ib"]
    assert here.within("onbekend").organisation is None


def test_given_local_agreement_on_the_referral_index_when_asked_then_it_goes_before_the_regional():
    local = ReferralIndex(IndexUse.PHASE_OUT, municipalities=("dorp",))
    here = directory(referral_index=(ReferralIndex(IndexUse.IN_USE), local))
    assert here.index_use("dorp").use is IndexUse.PHASE_OUT
    assert here.index_use("stad").use is IndexUse.IN_USE
    assert directory().index_use().use is IndexUse.UNKNOWN

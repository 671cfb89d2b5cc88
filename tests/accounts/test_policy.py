import pytest

from routekaart.accounts.policy import Grant, Permission, Role, may, may_give


def test_given_a_coordinator_when_asked_about_another_region_then_nothing_is_allowed():
    grants = [Grant(Role.COORDINATOR, "flevoland")]
    assert may(grants, Permission.PUBLISH, "flevoland")
    assert not any(may(grants, permission, "utrecht") for permission in Permission)


def test_given_a_national_administrator_when_asked_then_everything_is_allowed_everywhere():
    assert all(may([Grant(Role.NATIONAL)], permission, "utrecht") for permission in Permission)


@pytest.mark.parametrize(
    ("role", "permission"),
    [
        (Role.EDITOR, Permission.PUBLISH),
        (Role.EDITOR, Permission.PEOPLE),
        (Role.TRAINER, Permission.EDIT),
        (Role.COORDINATOR, Permission.NATION),
    ],
)
def test_given_a_role_when_it_asks_for_more_than_it_may_then_it_is_refused(role, permission):
    assert not may([Grant(role, "flevoland")], permission, "flevoland")


def test_given_two_roles_in_two_regions_when_asked_then_each_counts_in_its_own():
    grants = [Grant(Role.TRAINER, "utrecht"), Grant(Role.EDITOR, "flevoland")]
    assert may(grants, Permission.EDIT, "flevoland")
    assert not may(grants, Permission.EDIT, "utrecht")
    assert may(grants, Permission.EDIT)


def test_given_roles_when_asked_whom_one_may_make_then_nobody_makes_more_than_they_are():
    assert may_give([Grant(Role.NATIONAL)], "utrecht") == tuple(Role)
    assert Role.NATIONAL not in may_give([Grant(Role.COORDINATOR, "utrecht")], "utrecht")
    assert may_give([Grant(Role.COORDINATOR, "utrecht")], "flevoland") == ()
    assert may_give([Grant(Role.EDITOR, "utrecht"), Grant(Role.TRAINER, "utrecht")], "utrecht") == ()

"""Only hosts of the public net are asked, by whatever name or notation others are called."""

from __future__ import annotations

import pytest

from servanda.errors import InputError
from servanda.sources.web.addresses import is_public, public_only


@pytest.mark.parametrize("address", ["8.8.8.8", "193.0.6.139", "2606:4700:4700::1111", "2a00:1450::5"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.10", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1",
        "169.254.169.254", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.1",
        "198.18.0.1", "192.88.99.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fd00::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "2002:7f00:1::", "2002:808:808::1",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "2001::1", "100::1",
    ],
)  # fmt: skip
def test_all_others(address: str) -> None:
    assert not is_public(address)


def test_one_private_address_among_public_ones_is_enough_to_refuse_a_host() -> None:
    checked = public_only(lambda host, port: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(InputError, match=r"two\.example: leads to 10\.0\.0\.1.*web\.private"):
        checked("two.example", 80)

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICuration, Status} from "../../src/interfaces/ICuration.sol";
import {Contributions} from "../base/Contributions.sol";

contract BondsTest is Contributions {
    uint256 private constant STEPS = 24;

    /// Whatever happens to contributions in whatever order: the balance is the bonds of the open ones, what was rejected is burnt, and the
    /// rest is with the contributor.
    function testFuzz_EveryBondIsAccountedFor(uint256 seed) public {
        uint256 alice = open.balanceOf(ALICE);
        uint256 burnt = open.balanceOf(BURN);
        for (uint256 i; i < STEPS; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            uint256 count = curation.count();
            if (count == 0 || random % 3 == 0) _commitAs(ALICE, _root(count + 1));
            else _advance(1 + (random >> 8) % count, random >> 16);
            _later(random % 12 hours + 1);
        }
        uint256 held;
        uint256 rejected;
        for (uint256 id = 1; id <= curation.count(); ++id) {
            Status status = _statusOf(id);
            if (status == Status.Committed || status == Status.Revealed) held += BOND;
            if (status == Status.Rejected) rejected += BOND;
        }
        vm.assertEq(open.balanceOf(address(curation)), held);
        vm.assertEq(open.balanceOf(BURN) - burnt, rejected);
        vm.assertEq(alice - open.balanceOf(ALICE), held + rejected);
    }

    /// Whatever the contribution's status and time allow; else nothing.
    function _advance(uint256 id, uint256 random) private {
        ICuration.Contribution memory c = curation.contributionOf(id);
        uint256 age = block.timestamp - c.since;
        if (c.status == Status.Committed) {
            if (age >= curation.REVEAL_WINDOW()) curation.expire(id);
            else _revealAs(ALICE, id, _root(id));
        } else if (c.status == Status.Revealed) {
            if (age >= curation.REVIEW_PERIOD()) curation.expire(id);
            else curation.finalize(id, _unanimous(id, random & 8 == 0));
        }
    }

    function _root(uint256 id) private pure returns (bytes32) {
        return keccak256(abi.encode("root", id));
    }
}

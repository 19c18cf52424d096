// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICuration, Status} from "../../src/interfaces/ICuration.sol";
import {Contributions} from "../base/Contributions.sol";

contract ExpireTest is Contributions {
    function _tooEarly(uint256 opensAt) private {
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_TooEarly.selector, opensAt));
    }

    function test_WhenNeitherCommittedNorRevealed_ItReverts() public {
        _badStatus(9, Status.None);
        curation.expire(9);
        uint256 id = _revealed();
        curation.finalize(id, _unanimous(id, false));
        _later(30 days);
        _badStatus(id, Status.Rejected);
        curation.expire(id);
    }

    function test_WhenTooEarly_ItReverts() public {
        uint256 id = _commit();
        uint256 committedAt = block.timestamp;
        _later(1 days - 1);
        _tooEarly(committedAt + 1 days);
        curation.expire(id);
        _reveal(id);
        uint256 revealedAt = block.timestamp;
        _later(3 days - 1);
        _tooEarly(revealedAt + 3 days);
        curation.expire(id);
    }

    function test_WhenNeverRevealed_TheBondGoesBack() public {
        uint256 before = open.balanceOf(ALICE);
        uint256 id = _commit();
        _later(1 days);
        vm.expectEmit(address(curation));
        emit ICuration.Finalized(id, Status.Expired, 0, 0);
        vm.prank(GATEWAY);
        curation.expire(id);
        vm.assertEq(open.balanceOf(ALICE), before);
        vm.assertTrue(_statusOf(id) == Status.Expired);
        _badStatus(id, Status.Expired);
        _reveal(id);
    }

    function test_WhenNobodyDecided_TheBondGoesBackAndTheRootIsFree() public {
        uint256 before = open.balanceOf(ALICE);
        uint256 id = _revealed();
        _later(3 days);
        curation.expire(id);
        vm.assertEq(open.balanceOf(ALICE), before);
        vm.assertEq(curation.holderOf(datanet, ROOT), 0);
        _badStatus(id, Status.Expired);
        curation.expire(id);
        vm.assertEq(curation.holderOf(datanet, ROOT), 0);
        vm.assertEq(_revealed(), id + 1);
    }

    /// The commitment equals nothing's root: expiring it must not free a root somebody else holds.
    function test_WhenNeverRevealed_NobodysRootIsTouched() public {
        uint256 holder = _revealed();
        vm.prank(BOB);
        uint256 id = curation.commit(datanet, ROOT, WORDS); // a "commitment" that is a held root
        _later(1 days);
        curation.expire(id);
        vm.assertEq(curation.holderOf(datanet, ROOT), holder);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICuration, Status} from "../../src/interfaces/ICuration.sol";
import {Contributions} from "../base/Contributions.sol";

contract TakeDownTest is Contributions {
    uint32 private constant WHOLE = type(uint32).max;

    function _takeDown(address who, uint256 id, uint32 item) private {
        vm.prank(who);
        curation.takeDown(id, item, keccak256("reason"));
    }

    function _notAllowed(uint256 id, address who) private {
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_NotAllowed.selector, id, who));
    }

    function test_WhenTheCallerIsNeitherContributorNorArbiter_ItReverts() public {
        uint256 id = _revealed();
        _notAllowed(id, OWNER);
        _takeDown(OWNER, id, 0);
        _notAllowed(99, BOB);
        _takeDown(BOB, 99, 0);
    }

    function test_WhenItIsNeitherRevealedNorAccepted_ItReverts() public {
        uint256 id = _commit();
        _badStatus(id, Status.Committed);
        _takeDown(ALICE, id, 0);
        _later(1 days);
        curation.expire(id);
        _badStatus(id, Status.Expired);
        _takeDown(COUNCIL, id, 0);
    }

    function test_WhenTheItemIsDownAlready_ItReverts() public {
        uint256 id = _revealed();
        _takeDown(ALICE, id, 1);
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_TakenDownAlready.selector, id, 1));
        _takeDown(COUNCIL, id, 1);
        _takeDown(ALICE, id, WHOLE);
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_TakenDownAlready.selector, id, 2));
        _takeDown(ALICE, id, 2);
    }

    function test_TheContributorWithdrawsAnItemAndTheRestStays() public {
        uint256 id = _revealed();
        vm.expectEmit(address(curation));
        emit ICuration.TakenDown(id, 1, ALICE, keccak256("reason"));
        _takeDown(ALICE, id, 1);
        vm.assertTrue(curation.isTakenDown(id, 1));
        vm.assertFalse(curation.isTakenDown(id, 0));
        vm.assertFalse(curation.isTakenDown(id + 1, 1));
        vm.assertEq(curation.holderOf(datanet, ROOT), id); // the tombstone stays
    }

    function test_TheArbiterTakesDownTheWhole() public {
        uint256 id = _revealed();
        curation.finalize(id, _unanimous(id, true));
        _takeDown(COUNCIL, id, WHOLE);
        vm.assertTrue(curation.isTakenDown(id, 0));
        vm.assertTrue(curation.isTakenDown(id, 77));
    }

    function test_OfTheCommonsOnlyTheArbiter() public {
        vm.prank(COUNCIL);
        uint256 id = curation.addCommons(ROOT, 1, 1, URI);
        _notAllowed(id, ALICE);
        _takeDown(ALICE, id, 0);
        _takeDown(COUNCIL, id, 0);
    }
}

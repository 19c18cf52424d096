// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICuration, Status} from "../../src/interfaces/ICuration.sol";
import {Contributions} from "../base/Contributions.sol";

contract DirectTest is Contributions {
    function _contribute(address who) private returns (uint256) {
        vm.prank(who);
        return curation.contribute(datanet, ROOT, ITEMS, WORDS, URI);
    }

    function _allow() private {
        vm.prank(OWNER);
        curation.setPolicy(datanet, ICuration.Policy(1, true));
    }

    function test_Contribute_WhenThePolicyIsNotDirect_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_NotDirect.selector, datanet));
        _contribute(ALICE);
    }

    function test_Contribute_CommitsAndRevealsAtOnce() public {
        _allow();
        bytes32 commitment = curation.commitmentOf(ALICE, datanet, ROOT, ITEMS, WORDS, URI, 0);
        vm.expectEmit(address(curation));
        emit ICuration.Committed(1, datanet, ALICE, commitment, WORDS, uint128(BOND));
        vm.expectEmit(address(curation));
        emit ICuration.Revealed(1, ROOT, ITEMS, URI);
        vm.assertEq(_contribute(ALICE), 1);
        vm.assertTrue(_statusOf(1) == Status.Revealed);
        vm.assertEq(open.balanceOf(address(curation)), BOND);
    }

    function test_Contribute_WhenTheRootIsHeld_ItReverts() public {
        _allow();
        _contribute(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_AlreadyContributed.selector, datanet, ROOT, 1));
        _contribute(BOB);
    }

    function test_AddCommons_WhenTheCallerIsNotGovernance_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_NotGovernance.selector, OWNER));
        vm.prank(OWNER);
        curation.addCommons(ROOT, ITEMS, WORDS, URI);
    }

    function test_AddCommons_IsAcceptedAtOnceOfNobody() public {
        bytes32 commitment = curation.commitmentOf(address(0), 1, ROOT, ITEMS, WORDS, URI, 0);
        vm.expectEmit(address(curation));
        emit ICuration.Committed(1, 1, address(0), commitment, WORDS, 0);
        vm.expectEmit(address(curation));
        emit ICuration.Revealed(1, ROOT, ITEMS, URI);
        vm.expectEmit(address(curation));
        emit ICuration.Finalized(1, Status.Accepted, 0, 0);
        vm.prank(COUNCIL);
        vm.assertEq(curation.addCommons(ROOT, ITEMS, WORDS, URI), 1);
        ICuration.Contribution memory c = curation.contributionOf(1);
        vm.assertTrue(c.status == Status.Accepted);
        vm.assertEq(c.datanet, registry.COMMONS());
        vm.assertEq(c.contributor, address(0));
        vm.assertEq(c.words, WORDS);
        vm.assertEq(open.balanceOf(address(curation)), 0);
    }

    function test_AddCommons_WhenTheRootIsThere_ItReverts() public {
        vm.startPrank(COUNCIL);
        curation.addCommons(ROOT, ITEMS, WORDS, URI);
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_AlreadyContributed.selector, 1, ROOT, 1));
        curation.addCommons(ROOT, ITEMS, WORDS, URI);
    }

    function test_AddCommons_CannotBeDecidedOrExpiredAgain() public {
        vm.prank(COUNCIL);
        curation.addCommons(ROOT, ITEMS, WORDS, URI);
        _badStatus(1, Status.Accepted);
        curation.finalize(1, new ICuration.Review[](0));
        _later(30 days);
        _badStatus(1, Status.Accepted);
        curation.expire(1);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICuration, Status} from "../../src/interfaces/ICuration.sol";
import {IRegistry, Kind} from "../../src/interfaces/IRegistry.sol";
import {Contributions} from "../base/Contributions.sol";

contract RevealTest is Contributions {
    function _error(bytes4 selector, uint256 value) private {
        vm.expectRevert(abi.encodeWithSelector(selector, value));
    }

    // --- setPolicy ---

    function test_SetPolicy_WhenTheAssetIsNoDatanet_ItReverts() public {
        _error(ICuration.Curation_NotDatanet.selector, attributor);
        curation.setPolicy(attributor, ICuration.Policy(1, false));
        _error(IRegistry.Registry_UnknownAsset.selector, 99);
        curation.setPolicy(99, ICuration.Policy(1, false));
    }

    function test_SetPolicy_WhenTheCallerIsNotTheOwner_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_NotOwner.selector, datanet, ALICE));
        vm.prank(ALICE);
        curation.setPolicy(datanet, ICuration.Policy(1, true));
    }

    function test_SetPolicy_WhenNoReviewIsAskedFor_ItReverts() public {
        vm.expectRevert(ICuration.Curation_ZeroReviews.selector);
        vm.prank(OWNER);
        curation.setPolicy(datanet, ICuration.Policy(0, true));
    }

    function test_SetPolicy_HoldsAtOnce() public {
        vm.assertEq(curation.policyOf(datanet).minReviews, 1);
        vm.assertFalse(curation.policyOf(datanet).direct);
        vm.expectEmit(address(curation));
        emit ICuration.PolicySet(datanet, 3, true);
        vm.prank(OWNER);
        curation.setPolicy(datanet, ICuration.Policy(3, true));
        vm.assertEq(curation.policyOf(datanet).minReviews, 3);
        vm.assertTrue(curation.policyOf(datanet).direct);
    }

    // --- commit ---

    function test_Commit_WhenTheAssetIsNoDatanet_ItReverts() public {
        _error(ICuration.Curation_NotDatanet.selector, attributor);
        curation.commit(attributor, 0, WORDS);
        _error(IRegistry.Registry_UnknownAsset.selector, 0);
        curation.commit(0, 0, WORDS);
    }

    function test_Commit_WhenTheDatanetIsTheCommons_ItReverts() public {
        vm.expectRevert(ICuration.Curation_CommonsClosed.selector);
        curation.commit(1, 0, WORDS);
    }

    function test_Commit_WhenNoWordsAreDeclared_ItReverts() public {
        vm.expectRevert(ICuration.Curation_ZeroWords.selector);
        curation.commit(datanet, 0, 0);
    }

    function test_Commit_TakesTheBondAndThePlace() public {
        uint256 before = open.balanceOf(ALICE);
        bytes32 commitment = curation.commitmentOf(ALICE, datanet, ROOT, ITEMS, WORDS, URI, SALT);
        vm.expectEmit(address(curation));
        emit ICuration.Committed(1, datanet, ALICE, commitment, WORDS, uint128(BOND));
        vm.assertEq(_commit(), 1);
        vm.assertEq(_commitAs(BOB, ROOT), 2);
        vm.assertEq(before - open.balanceOf(ALICE), BOND);
        vm.assertEq(curation.count(), 2);
        vm.assertTrue(_statusOf(1) == Status.Committed);
        vm.assertEq(curation.bondFor(type(uint32).max), uint256(type(uint32).max) * 1e15);
    }

    // --- reveal ---

    function test_Reveal_WhenNotCommitted_ItReverts() public {
        _badStatus(9, Status.None);
        _revealAs(ALICE, 9, ROOT);
        uint256 id = _revealed();
        _badStatus(id, Status.Revealed);
        _reveal(id);
    }

    /// A copy of a pending reveal, sent first, would revert the contributor's whole batch.
    function test_Reveal_WhenTheCallerIsAnother_ItReverts() public {
        uint256 id = _commit();
        _later(1);
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_NotContributor.selector, id, BOB));
        _revealAs(BOB, id, ROOT);
    }

    function test_Reveal_WhenNoTimeHasPassed_ItReverts() public {
        uint256 id = _commit();
        _error(ICuration.Curation_TooEarly.selector, block.timestamp + 1);
        _reveal(id);
    }

    function test_Reveal_WhenTheWindowIsOver_ItReverts() public {
        uint256 id = _commit();
        _later(1 days);
        _error(ICuration.Curation_TooLate.selector, block.timestamp);
        _reveal(id);
        vm.warp(block.timestamp - 1);
        _reveal(id);
    }

    function test_Reveal_WhenAnythingDiffers_ItReverts() public {
        uint256 id = _commit();
        _later(1);
        vm.startPrank(ALICE);
        _error(ICuration.Curation_BadCommitment.selector, id);
        curation.reveal(id, keccak256("other"), ITEMS, URI, SALT);
        _error(ICuration.Curation_BadCommitment.selector, id);
        curation.reveal(id, ROOT, ITEMS + 1, URI, SALT);
        _error(ICuration.Curation_BadCommitment.selector, id);
        curation.reveal(id, ROOT, ITEMS, "ipfs://other", SALT);
        _error(ICuration.Curation_BadCommitment.selector, id);
        curation.reveal(id, ROOT, ITEMS, URI, 0);
    }

    /// Words, contributor and datanet are the contract's own: a commitment to others does not open.
    function test_Reveal_WhenTheCommitmentIsOfAnotherContext_ItReverts() public {
        bytes32[3] memory commitments = [
            curation.commitmentOf(ALICE, datanet, ROOT, ITEMS, WORDS + 1, URI, SALT),
            curation.commitmentOf(BOB, datanet, ROOT, ITEMS, WORDS, URI, SALT),
            curation.commitmentOf(ALICE, datanet + 1, ROOT, ITEMS, WORDS, URI, SALT)
        ];
        for (uint256 i; i < 3; ++i) {
            vm.prank(ALICE);
            uint256 id = curation.commit(datanet, commitments[i], WORDS);
            _later(1);
            _error(ICuration.Curation_BadCommitment.selector, id);
            _reveal(id);
        }
    }

    function test_Reveal_WhenThereAreNoItems_ItReverts() public {
        bytes32 commitment = curation.commitmentOf(ALICE, datanet, ROOT, 0, WORDS, URI, SALT);
        vm.prank(ALICE);
        uint256 id = curation.commit(datanet, commitment, WORDS);
        _later(1);
        vm.expectRevert(ICuration.Curation_ZeroItems.selector);
        vm.prank(ALICE);
        curation.reveal(id, ROOT, 0, URI, SALT);
    }

    function test_Reveal_HoldsTheRoot() public {
        uint256 id = _commit();
        _later(1);
        vm.expectEmit(address(curation));
        emit ICuration.Revealed(id, ROOT, ITEMS, URI);
        _reveal(id);
        ICuration.Contribution memory c = curation.contributionOf(id);
        vm.assertEq(c.items, ITEMS);
        vm.assertEq(c.minReviews, 1);
        vm.assertEq(c.datanet, datanet);
        vm.assertTrue(c.status == Status.Revealed);
        vm.assertEq(c.digest, ROOT);
        vm.assertEq(c.since, block.timestamp);
        vm.assertEq(c.contributor, ALICE);
        vm.assertEq(curation.holderOf(datanet, ROOT), id);
    }

    function test_Reveal_WhenAnEarlierContributionHoldsTheRoot_ItReverts() public {
        uint256 first = _commit();
        uint256 copy = _commitAs(BOB, ROOT);
        _later(1);
        _reveal(first);
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_AlreadyContributed.selector, datanet, ROOT, first));
        _revealAs(BOB, copy, ROOT);
    }

    /// Whoever saw a reveal held back, committed to a copy and revealed that first has gained nothing.
    function test_Reveal_WhenACopyWasRevealedFirst_TheEarlierCommitmentTakesOver() public {
        uint256 first = _commit();
        _later(10);
        uint256 copy = _commitAs(BOB, ROOT);
        _later(1);
        _revealAs(BOB, copy, ROOT);
        vm.assertEq(curation.holderOf(datanet, ROOT), copy);
        _reveal(first);
        vm.assertEq(curation.holderOf(datanet, ROOT), first);
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_AlreadyContributed.selector, datanet, ROOT, first));
        curation.finalize(copy, new ICuration.Review[](0));
        _later(3 days);
        curation.expire(copy);
        vm.assertEq(curation.holderOf(datanet, ROOT), first);
    }

    function test_Reveal_WhenTheCopyIsAccepted_ItReverts() public {
        uint256 first = _commit();
        uint256 copy = _commitAs(BOB, ROOT);
        _later(1);
        _revealAs(BOB, copy, ROOT);
        curation.finalize(copy, _unanimous(copy, true));
        vm.expectRevert(abi.encodeWithSelector(ICuration.Curation_AlreadyContributed.selector, datanet, ROOT, copy));
        _reveal(first);
    }

    function test_Reveal_TheSameRootInAnotherDatanetIsAnotherThing() public {
        _revealed();
        datanet = _register(OWNER, Kind.Datanet);
        uint256 id = _revealed();
        vm.assertEq(curation.holderOf(datanet, ROOT), id);
    }

    // --- multicall ---

    function test_Multicall_CommitsAndRevealsManyInOneTransactionEach() public {
        bytes[] memory calls = new bytes[](2);
        bytes32[2] memory roots = [ROOT, keccak256("second")];
        for (uint256 i; i < 2; ++i) {
            bytes32 commitment = curation.commitmentOf(ALICE, datanet, roots[i], ITEMS, WORDS, URI, SALT);
            calls[i] = abi.encodeCall(ICuration.commit, (datanet, commitment, WORDS));
        }
        vm.prank(ALICE);
        curation.multicall(calls);
        _later(1);
        for (uint256 i; i < 2; ++i) {
            calls[i] = abi.encodeCall(ICuration.reveal, (i + 1, roots[i], ITEMS, URI, SALT));
        }
        vm.prank(ALICE);
        curation.multicall(calls);
        vm.assertTrue(_statusOf(1) == Status.Revealed);
        vm.assertTrue(_statusOf(2) == Status.Revealed);
        vm.assertEq(open.balanceOf(address(curation)), 2 * BOND);
    }
}

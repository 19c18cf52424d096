// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {OpenGovernor} from "../../src/OpenGovernor.sol";
import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {Parliament} from "../base/Parliament.sol";

contract GovernorTest is Parliament {
    function _setMin(uint16 bps) private view returns (Action memory) {
        return _action(address(registry), abi.encodeCall(IRegistry.setMinProtocolBps, (bps)));
    }

    function _state(uint256 id) private view returns (uint256) {
        return uint256(governor.state(id));
    }

    // --- propose ---

    function test_Propose_WhenTheProposerHasLessThanTheThreshold_ItReverts() public {
        vm.prank(PROPOSER);
        open.transfer(VOTER, 1);
        _wait(1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorInsufficientProposerVotes.selector, PROPOSER, 1e24 - 1, uint256(1e24)
            )
        );
        _propose(_setMin(100));
    }

    /// Row "proposal front-run/cancel".
    function test_Threat_AProposalThatNamesItsProposerCannotBeTaken() public {
        Action memory a = _setMin(100);
        string memory why = string.concat("why #proposer=", "0x0000000000000000000000000000000000009809");
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, VOTER));
        vm.prank(VOTER);
        governor.propose(a.to, a.values, a.data, why);
        vm.prank(PROPOSER);
        governor.propose(a.to, a.values, a.data, why);
    }

    function test_Propose_VotingStartsAfterTheDelay() public {
        uint256 id = _propose(_setMin(100));
        vm.assertEq(governor.proposalSnapshot(id), block.timestamp + 2 days);
        vm.assertEq(governor.proposalDeadline(id), block.timestamp + 7 days);
        vm.assertEq(_state(id), uint256(IGovernor.ProposalState.Pending));
    }

    // --- vote, queue, execute ---

    function test_FromProposalToParameter() public {
        Action memory a = _setMin(100);
        _ready(a);
        _execute(a); // by anybody
        vm.assertEq(registry.minProtocolBps(), 100);
    }

    function test_Execute_WhenTheTimelocksDelayRuns_ItReverts() public {
        Action memory a = _setMin(100);
        _ready(a);
        vm.warp(block.timestamp - 1);
        vm.expectRevert();
        _execute(a);
        vm.assertEq(registry.minProtocolBps(), 500);
    }

    function test_WhenTheQuorumIsMissed_ItIsDefeated() public {
        vm.prank(VOTER);
        open.transfer(address(this), 2e25);
        _wait(1);
        uint256 id = _propose(_setMin(100));
        _wait(2 days + 1);
        _vote(id); // 3 %
        _wait(5 days);
        vm.assertEq(_state(id), uint256(IGovernor.ProposalState.Defeated));
    }

    /// Row "governance flash loan": what is borrowed after the snapshot, or for one block, is nothing.
    function test_Threat_FlashLoansDoNotVote() public {
        uint256 id = _propose(_setMin(100));
        _wait(2 days + 1);
        address thief = address(0x7EEF);
        _give(thief, 9e26);
        vm.prank(thief);
        vm.assertEq(governor.castVote(id, 0), 0);
        _vote(id);
        (uint256 against, uint256 inFavour,) = governor.proposalVotes(id);
        vm.assertEq(against, 0);
        vm.assertEq(inFavour, 5e25);
    }

    /// The other half of that row: who waits until the end gives others two days to answer.
    function test_Threat_ALateQuorumExtendsTheVote() public {
        uint256 id = _propose(_setMin(100));
        uint256 deadline = governor.proposalDeadline(id);
        vm.warp(deadline - 1);
        _vote(id);
        vm.assertEq(governor.proposalDeadline(id), deadline - 1 + 2 days);
    }

    function test_TheProposerCancelsWhileItIsPending() public {
        Action memory a = _setMin(100);
        uint256 id = _propose(a);
        vm.prank(PROPOSER);
        governor.cancel(a.to, a.values, a.data, keccak256("why"));
        vm.assertEq(_state(id), uint256(IGovernor.ProposalState.Canceled));
    }

    function test_AQueuedProposalNeedsTheTimelock() public {
        Action memory a = _setMin(100);
        uint256 id = _propose(a);
        vm.assertTrue(governor.proposalNeedsQueuing(id));
        _wait(2 days + 1);
        _vote(id);
        _wait(5 days);
        vm.expectRevert();
        _execute(a);
        governor.queue(a.to, a.values, a.data, keccak256("why"));
        vm.assertEq(_state(id), uint256(IGovernor.ProposalState.Queued));
    }

    // --- the governor's own settings ---

    function test_Set_WhenTheCallerIsNotTheTimelock_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, VOTER));
        vm.prank(VOTER);
        governor.setVotingDelay(3 days);
    }

    function test_Set_ByAProposal() public {
        Action memory a = _action(address(governor), abi.encodeCall(governor.setVotingDelay, (3 days)));
        _ready(a);
        _execute(a);
        vm.assertEq(governor.votingDelay(), 3 days);
    }

    /// Row "governance captured": not even a vote moves a setting out of its bounds.
    function test_Threat_NoVoteMovesASettingOutOfItsBounds() public {
        _bounds(abi.encodeCall(governor.setVotingDelay, (1 days - 1)), 1 days - 1, 1 days, 7 days);
        _bounds(abi.encodeCall(governor.setVotingDelay, (7 days + 1)), 7 days + 1, 1 days, 7 days);
        _bounds(abi.encodeCall(governor.setVotingPeriod, (3 days - 1)), 3 days - 1, 3 days, 14 days);
        _bounds(abi.encodeCall(governor.setVotingPeriod, (14 days + 1)), 14 days + 1, 3 days, 14 days);
        _bounds(abi.encodeCall(governor.setProposalThreshold, (1e22 - 1)), 1e22 - 1, 1e22, 1e25);
        _bounds(abi.encodeCall(governor.setProposalThreshold, (1e25 + 1)), 1e25 + 1, 1e22, 1e25);
        _bounds(abi.encodeCall(governor.updateQuorumNumerator, (0)), 0, 1, 20);
        _bounds(abi.encodeCall(governor.updateQuorumNumerator, (21)), 21, 1, 20);
        _bounds(abi.encodeCall(governor.setLateQuorumVoteExtension, (1 days - 1)), 1 days - 1, 1 days, 3 days);
        _bounds(abi.encodeCall(governor.setLateQuorumVoteExtension, (3 days + 1)), 3 days + 1, 1 days, 3 days);
    }

    function test_EveryBoundItselfIsAllowed() public {
        Action memory a;
        (a.to, a.values, a.data) = (new address[](10), new uint256[](10), new bytes[](10));
        for (uint256 i; i < 10; ++i) {
            a.to[i] = address(governor);
        }
        (a.data[0], a.data[1]) =
        (abi.encodeCall(governor.setVotingDelay, (1 days)), abi.encodeCall(governor.setVotingDelay, (7 days)));
        a.data[2] = abi.encodeCall(governor.setVotingPeriod, (3 days));
        a.data[3] = abi.encodeCall(governor.setVotingPeriod, (14 days));
        a.data[4] = abi.encodeCall(governor.setProposalThreshold, (1e22));
        a.data[5] = abi.encodeCall(governor.setProposalThreshold, (1e25));
        a.data[6] = abi.encodeCall(governor.updateQuorumNumerator, (1));
        a.data[7] = abi.encodeCall(governor.updateQuorumNumerator, (20));
        a.data[8] = abi.encodeCall(governor.setLateQuorumVoteExtension, (1 days));
        a.data[9] = abi.encodeCall(governor.setLateQuorumVoteExtension, (3 days));
        _ready(a);
        _execute(a);
        vm.assertEq(governor.votingDelay(), 7 days);
        vm.assertEq(governor.votingPeriod(), 14 days);
        vm.assertEq(governor.proposalThreshold(), 1e25);
        vm.assertEq(governor.quorumNumerator(), 20);
        vm.assertEq(governor.lateQuorumVoteExtension(), 3 days);
    }

    function _bounds(bytes memory call, uint256 value, uint256 least, uint256 most) private {
        Action memory a = _action(address(governor), call);
        _ready(a);
        vm.expectRevert(abi.encodeWithSelector(OpenGovernor.OpenGovernor_OutOfBounds.selector, value, least, most));
        _execute(a);
    }
}

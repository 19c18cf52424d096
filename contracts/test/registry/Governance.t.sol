// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "../../src/Governed.sol";
import {IRegistry, Kind, Split} from "../../src/interfaces/IRegistry.sol";
import {World} from "../base/World.sol";

contract RegistryGovernanceTest is World {
    function test_SetPayout_IsAnEventOfTheCaller() public {
        vm.expectEmit(address(registry));
        emit IRegistry.PayoutSet(ALICE, BOB);
        vm.prank(ALICE);
        registry.setPayout(BOB);
    }

    function test_SetMinProtocolBps_WhenTheCallerIsNotGovernance_ItReverts() public {
        _notGovernance(ALICE);
        vm.prank(ALICE);
        registry.setMinProtocolBps(0);
    }

    function test_SetMinProtocolBps_WhenOutOfBounds_ItReverts() public {
        _outOfBounds("minProtocolBps", 1_001, 0, 1_000);
        vm.prank(COUNCIL);
        registry.setMinProtocolBps(1_001);
    }

    function test_SetMinProtocolBps_HoldsForLaterSplitsAndKeepsOldOnes() public {
        uint256 id = _register(ALICE, Kind.Model); // 9,000 bps
        uint256 count = registry.count();
        vm.expectEmit(address(registry));
        emit Governed.ParameterSet("minProtocolBps", 1_000);
        vm.prank(COUNCIL);
        registry.setMinProtocolBps(1_000);
        vm.assertEq(registry.count(), count);
        _register(ALICE, Kind.Model);
        vm.expectRevert(abi.encodeWithSelector(IRegistry.Registry_BadSplit.selector, 10_001));
        vm.prank(ALICE);
        registry.setSplit(id, Split(2_000, 1_000, 5_000, 1_001));
        vm.assertEq(registry.splitOf(id).contributors, 5_000);
    }

    /// Splits share a word: none runs into another.
    function testFuzz_ASplitComesBackAsItWent(uint16 provider, uint16 owner, uint16 contributors, uint16 stakers)
        public
    {
        (provider, owner) = (provider % 2_500, owner % 2_500);
        (contributors, stakers) = (contributors % 2_500, stakers % 2_000);
        Split memory split = Split(provider, owner, contributors, stakers);
        vm.startPrank(ALICE);
        uint256 id = registry.register(Kind.Validator, split, 0, new uint256[](0), "");
        _check(id, split);
        Split memory turned = Split(stakers, contributors, owner, provider);
        registry.setSplit(id, turned);
        _check(id, split);
        vm.warp(START + 7 days);
        _check(id, turned);
        registry.setSplit(id, split);
        _check(id, turned);
        vm.stopPrank();
        vm.assertTrue(registry.kindOf(id) == Kind.Validator);
        vm.assertEq(registry.versionOf(id), 1);
    }

    function _check(uint256 id, Split memory want) private view {
        Split memory got = registry.splitOf(id);
        vm.assertEq(got.provider, want.provider);
        vm.assertEq(got.owner, want.owner);
        vm.assertEq(got.contributors, want.contributors);
        vm.assertEq(got.stakers, want.stakers);
    }
}
